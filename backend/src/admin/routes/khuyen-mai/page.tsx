import { defineRouteConfig } from '@medusajs/admin-sdk'
import { Tag } from '@medusajs/icons'
import { Button, InlineTip, StatusBadge, Text } from '@medusajs/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { readableDay } from '../../../calendar/vietnam-moment'
import type { OfferView } from '../../../promotion-offers/keep-offers'
import { askShop } from '../../ask-shop'
import { ChoiceField } from '../../components/choice-field'
import { dong } from '../../components/dong'
import { FormBox } from '../../components/form-box'
import { LineField } from '../../components/line-field'
import { PagedList } from '../../components/paged-list'
import { orNull, percentPoints, useForm, wholeNumber } from '../../use-form'
import { usePagedList } from '../../use-paged-list'

export const config = defineRouteConfig({ label: 'Khuyến mại', icon: Tag, rank: 14 })

const BEARERS = [
  ['platform', 'Sàn'],
  ['producer', 'Chủ thể'],
  ['centre', 'Trung tâm bán hộ'],
] as const
const SCOPES = [
  ['all', 'Mọi hàng'],
  ['producer', 'Hàng của một chủ thể'],
  ['products', 'Một số sản phẩm'],
] as const
const wordOf = (words: readonly (readonly [string, string])[], key: string) =>
  words.find(([each]) => each === key)?.[1] ?? key

/** Promotions by code: what each gives, who bears it, and what it has given so far. */
export default function PromotionsPage() {
  const list = usePagedList<{ offers: OfferView[]; count: number }>('/promotion-offers', {})
  return (
    <div className="flex flex-col gap-3">
      <PagedList
        title="Khuyến mại"
        lead="Mã đã phát hành không sửa; cần đổi thì kết thúc mã cũ rồi tạo mã mới. Đơn đã đặt giữ nguyên mức giảm."
        filters={null}
        list={list}
        none="Chưa có mã khuyến mại nào."
      >
        {({ offers }) => offers.map((offer) => <Offer key={offer.id} offer={offer} />)}
      </PagedList>
      <NewOffer />
    </div>
  )
}

function Offer({ offer }: { offer: OfferView }) {
  const queries = useQueryClient()
  const end = useMutation({
    networkMode: 'always',
    mutationFn: () => askShop(`/promotion-offers/${offer.id}/end`, {}),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['/promotion-offers'] }),
  })
  const measure =
    offer.kind === 'free_delivery'
      ? 'miễn phí giao hàng'
      : offer.kind === 'percent'
        ? `giảm ${((offer.value ?? 0) / 100).toLocaleString('vi-VN')} %`
        : `giảm ${dong(offer.value ?? 0)}`
  const facts = [
    measure,
    offer.maxDiscount === null ? '' : `nhiều nhất ${dong(offer.maxDiscount)}`,
    offer.minSpend === 0 ? '' : `đơn từ ${dong(offer.minSpend)}`,
    `${wordOf(BEARERS, offer.bearer)} chịu`,
    wordOf(SCOPES, offer.scope),
    `từ ${readableDay(offer.firstDay)}${offer.lastDay === null ? '' : ` đến hết ${readableDay(offer.lastDay)}`}`,
    `đã dùng ${offer.uses.toLocaleString('vi-VN')}${offer.maxUses === null ? '' : `/${offer.maxUses.toLocaleString('vi-VN')}`} lần, giảm ${dong(offer.given)}`,
  ]
  return (
    <li className="flex flex-col gap-2 px-4 py-4 sm:px-6">
      <div className="flex flex-wrap items-center gap-2">
        <Text weight="plus">{`${offer.code}: ${offer.titleVi}`}</Text>
        {offer.endedAt === null ? null : <StatusBadge color="grey">Đã kết thúc</StatusBadge>}
        {offer.sample ? <StatusBadge color="grey">Dữ liệu minh hoạ</StatusBadge> : null}
      </div>
      <Text size="small">{facts.filter(Boolean).join(' · ')}</Text>
      {offer.endedAt === null ? (
        <div>
          <Button size="small" variant="secondary" isLoading={end.isPending} onClick={() => end.mutate()}>
            Kết thúc ngay
          </Button>
        </div>
      ) : null}
      {end.error ? (
        <div role="alert">
          <InlineTip variant="error" label="Chưa kết thúc được">
            {end.error.message}
          </InlineTip>
        </div>
      ) : null}
    </li>
  )
}

const EMPTY = {
  code: '',
  titleVi: '',
  titleEn: '',
  kind: 'percent',
  value: '',
  bearer: 'platform',
  centreId: '',
  scope: 'all',
  producerId: '',
  productIds: '',
  minSpend: '',
  maxDiscount: '',
  firstDay: '',
  lastDay: '',
  maxUses: '',
  maxUsesPerBuyer: '',
  stackingGroup: 'san',
}

function NewOffer() {
  const form = useForm({
    empty: EMPTY,
    path: '/promotion-offers',
    refresh: '/promotion-offers',
    toBody: (typed) => ({
      code: typed.code,
      titleVi: typed.titleVi,
      titleEn: typed.titleEn,
      kind: typed.kind,
      value:
        typed.kind === 'free_delivery'
          ? null
          : typed.kind === 'percent'
            ? percentPoints(typed.value)
            : wholeNumber(typed.value),
      bearer: typed.bearer,
      centreId: typed.bearer === 'centre' ? orNull(typed.centreId) : null,
      scope: typed.scope,
      producerId: typed.scope === 'producer' || typed.bearer === 'producer' ? orNull(typed.producerId) : null,
      productIds: typed.scope === 'products' ? typed.productIds.split(/[\s,;]+/).filter(Boolean) : [],
      minSpend: wholeNumber(typed.minSpend) ?? 0,
      maxDiscount: wholeNumber(typed.maxDiscount),
      firstDay: typed.firstDay,
      lastDay: orNull(typed.lastDay),
      maxUses: wholeNumber(typed.maxUses),
      maxUsesPerBuyer: wholeNumber(typed.maxUsesPerBuyer),
      stackingGroup: typed.stackingGroup,
    }),
  })
  const { typed, set } = form
  const line = (field: keyof typeof EMPTY, label: string, more: { required?: boolean; type?: string } = {}) => (
    <LineField id={`offer-${field}`} label={label} value={typed[field]} onChange={set(field)} {...more} />
  )
  return (
    <FormBox title="Tạo mã khuyến mại" button="Tạo mã" done="Người mua dùng được mã này từ ngày đầu." form={form}>
      {line('code', 'Mã (chữ không dấu và số)', { required: true })}
      {line('titleVi', 'Tên hiển thị (tiếng Việt)', { required: true })}
      {line('titleEn', 'Tên hiển thị (tiếng Anh)', { required: true })}
      <ChoiceField
        id="offer-kind"
        label="Cách giảm"
        placeholder="Chọn"
        choices={[
          ['percent', 'Phần trăm tiền hàng'],
          ['amount', 'Số tiền'],
          ['free_delivery', 'Miễn phí giao hàng'],
        ]}
        value={typed.kind}
        onChange={set('kind')}
      />
      {typed.kind === 'free_delivery'
        ? null
        : line('value', typed.kind === 'percent' ? 'Giảm (%)' : 'Giảm (đ)', { required: true })}
      <ChoiceField
        id="offer-bearer"
        label="Ai chịu chi phí"
        placeholder="Chọn"
        choices={BEARERS}
        value={typed.bearer}
        onChange={set('bearer')}
      />
      {typed.bearer === 'centre' ? line('centreId', 'Mã trung tâm', { required: true }) : null}
      <ChoiceField
        id="offer-scope"
        label="Áp dụng cho"
        placeholder="Chọn"
        choices={SCOPES}
        value={typed.scope}
        onChange={set('scope')}
      />
      {typed.scope === 'producer' || typed.bearer === 'producer'
        ? line('producerId', 'Mã chủ thể', { required: true })
        : null}
      {typed.scope === 'products'
        ? line('productIds', 'Mã các sản phẩm, cách nhau bằng dấu phẩy', { required: true })
        : null}
      {line('minSpend', 'Đơn ít nhất (đ)')}
      {line('maxDiscount', 'Giảm nhiều nhất (đ)')}
      {line('firstDay', 'Từ ngày', { required: true, type: 'date' })}
      {line('lastDay', 'Đến hết ngày', { type: 'date' })}
      {line('maxUses', 'Số lượt tất cả')}
      {line('maxUsesPerBuyer', 'Số lượt mỗi người mua')}
      {line('stackingGroup', 'Nhóm không dùng chung', { required: true })}
    </FormBox>
  )
}
