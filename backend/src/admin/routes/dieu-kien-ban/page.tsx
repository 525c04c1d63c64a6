import { defineRouteConfig } from '@medusajs/admin-sdk'
import { ReceiptPercent } from '@medusajs/icons'
import { Button, Container, Heading, InlineTip, StatusBadge, Text } from '@medusajs/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { readableDay } from '../../../calendar/vietnam-moment'
import type { CommissionRuleView, RateView, SettingView } from '../../../settlement/terms-book'
import { askShop } from '../../ask-shop'
import { dong } from '../../components/dong'
import { LineField } from '../../components/line-field'
import { NewCommissionRule } from '../../components/new-commission-rule'
import { PagedList } from '../../components/paged-list'
import { NewPayoutSetting, NewWithholdingRate, RemitTax } from '../../components/tax-forms'
import { usePagedList } from '../../use-paged-list'

export const config = defineRouteConfig({ label: 'Hoa hồng và thuế', icon: ReceiptPercent, rank: 12 })

const CATEGORY_WORDS = { goods: 'hàng hóa', service: 'dịch vụ', transport: 'vận tải' } as const
const percent = (points: number) => `${(points / 100).toLocaleString('vi-VN')} %`
const days = (from: string, to: string | null) =>
  to === null ? `từ ${readableDay(from)}` : `từ ${readableDay(from)} đến hết ${readableDay(to)}`

/** Commission rules, withheld tax and its months, and how long payouts wait: all dated, none overwritten. */
export default function TermsPage() {
  const list = usePagedList<{ rules: CommissionRuleView[]; count: number }>('/commission-rules', {})
  const rates = useQuery({
    queryKey: ['/withholding-rates'],
    queryFn: () => askShop<{ rates: RateView[] }>('/withholding-rates'),
    retry: false,
    networkMode: 'always',
  })
  const settings = useQuery({
    queryKey: ['/payout-settings'],
    queryFn: () => askShop<{ settings: SettingView[] }>('/payout-settings'),
    retry: false,
    networkMode: 'always',
  })
  const [month, setMonth] = useState('')
  const failed = rates.error ?? settings.error
  return (
    <div className="flex flex-col gap-3">
      <PagedList
        title="Hoa hồng và thuế"
        lead="Mỗi dòng hàng giữ nguyên điều kiện của ngày đặt. Quy tắc đã dùng không sửa; khi đổi thì cho hết hạn rồi thêm quy tắc mới."
        filters={null}
        list={list}
        none="Chưa có quy tắc hoa hồng nào: người bán nhận đủ tiền hàng."
      >
        {({ rules }) => rules.map((rule) => <Rule key={rule.id} rule={rule} />)}
      </PagedList>
      <NewCommissionRule />
      <Container className="flex flex-col gap-3">
        <Heading level="h2">Thuế khấu trừ của hộ kinh doanh</Heading>
        {failed ? (
          <div role="alert">
            <InlineTip variant="error" label="Chưa tải được">
              {failed.message}
            </InlineTip>
          </div>
        ) : null}
        <ul className="flex flex-col gap-1">
          {(rates.data?.rates ?? []).map((rate) => (
            <li key={rate.id}>
              <Text size="small">
                {`${rate.tax === 'vat' ? 'GTGT' : 'TNCN'}, ${CATEGORY_WORDS[rate.category]}: ${percent(rate.basisPoints)}, ${days(rate.from, rate.to)} (${rate.source})`}
              </Text>
            </li>
          ))}
        </ul>
        <form className="flex flex-wrap items-end gap-3" method="get" action="/admin/withheld-tax.csv">
          <LineField
            id="tax-month"
            name="month"
            label="Thuế đã khấu trừ trong tháng"
            type="month"
            value={month}
            onChange={setMonth}
            required
          />
          <Button size="small" variant="secondary" type="submit">
            Tải bảng kê (CSV)
          </Button>
        </form>
      </Container>
      <NewWithholdingRate />
      <RemitTax />
      <Container className="flex flex-col gap-3">
        <Heading level="h2">Thời gian chờ chi trả</Heading>
        <ul className="flex flex-col gap-1">
          {(settings.data?.settings ?? []).map((setting) => (
            <li key={setting.id}>
              <Text size="small">
                {`${setting.holdDays} ngày sau khi giao, ít nhất ${dong(setting.minAmount)}, từ ${readableDay(setting.from)}${setting.note === null ? '' : `. ${setting.note}`}`}
              </Text>
            </li>
          ))}
        </ul>
      </Container>
      <NewPayoutSetting />
    </div>
  )
}

function Rule({ rule }: { rule: CommissionRuleView }) {
  const queries = useQueryClient()
  const [to, setTo] = useState('')
  const end = useMutation({
    mutationFn: () => askShop(`/commission-rules/${rule.id}/end`, { to }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['/commission-rules'] }),
    networkMode: 'always',
  })
  const measure =
    rule.basis === 'percent'
      ? percent(rule.basisPoints ?? 0)
      : `${dong(rule.amount ?? 0)} mỗi ${rule.basis === 'per_unit' ? 'sản phẩm' : 'đơn'}`
  return (
    <li className="flex flex-col gap-2 px-4 py-4 sm:px-6">
      <div className="flex flex-wrap items-center gap-2">
        <Text weight="plus">{rule.name}</Text>
        <StatusBadge color={rule.inForce ? 'green' : 'grey'}>
          {rule.inForce ? 'Đang áp dụng' : 'Không áp dụng hôm nay'}
        </StatusBadge>
        {rule.sample ? <StatusBadge color="grey">Dữ liệu minh hoạ</StatusBadge> : null}
      </div>
      <Text size="small">
        {[
          rule.payee === 'platform' ? 'Sàn hưởng' : 'Trung tâm hưởng',
          measure,
          rule.minAmount === null ? '' : `ít nhất ${dong(rule.minAmount)}`,
          rule.maxAmount === null ? '' : `nhiều nhất ${dong(rule.maxAmount)}`,
          rule.shippingBasisPoints === 0 ? '' : `${percent(rule.shippingBasisPoints)} phí giao hàng`,
          rule.scopeId === null ? 'tất cả' : `${rule.scope} ${rule.scopeId}`,
          rule.exclusiveGroup === null ? '' : `nhóm ${rule.exclusiveGroup}`,
          days(rule.from, rule.to),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {rule.to === null ? (
        <form
          className="flex flex-wrap items-end gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            end.mutate()
          }}
        >
          <LineField id={`end-${rule.id}`} label="Ngày áp dụng cuối" type="date" value={to} onChange={setTo} required />
          <Button size="small" variant="secondary" type="submit" isLoading={end.isPending}>
            Cho hết hạn
          </Button>
        </form>
      ) : null}
      {end.error ? (
        <div role="alert">
          <InlineTip variant="error" label="Chưa đổi được">
            {end.error.message}
          </InlineTip>
        </div>
      ) : null}
    </li>
  )
}
