import { defineRouteConfig } from '@medusajs/admin-sdk'
import { CurrencyDollar } from '@medusajs/icons'
import { Button, Heading, InlineTip, StatusBadge, Text } from '@medusajs/ui'
import { type FormEvent, useState } from 'react'
import { readableDay, readableMoment } from '../../../calendar/vietnam-moment'
import type { ReconciliationView } from '../../../payments/payment-lists'
import { askShop } from '../../ask-shop'
import { Fact, Facts } from '../../components/facts'
import { PagedList } from '../../components/paged-list'
import { usePagedList } from '../../use-paged-list'

export const config = defineRouteConfig({ label: 'Đối soát VNPAY', icon: CurrencyDollar, rank: 6 })

const KINDS: Record<ReconciliationView['differences'][number]['kind'], string> = {
  only_ours: 'Chỉ sổ của sàn có',
  only_theirs: 'Chỉ VNPAY có',
  amount: 'Lệch số tiền',
  state: 'Chưa xong hoặc khác trạng thái',
  unreachable: 'VNPAY chưa trả lời',
}
const dong = (amount: number | null) => (amount === null ? 'không có' : `${amount.toLocaleString('vi-VN')} ₫`)

/** What our books and VNPay's say of each day, with what disagrees. */
export default function ReconciliationsPage() {
  const list = usePagedList<{ reconciliations: ReconciliationView[]; count: number }>('/reconciliations', {})
  return (
    <PagedList
      title="Đối soát VNPAY"
      lead="Mỗi ngày sàn tự so khoản đã thu, đã hoàn với VNPAY. Có thể so lại một ngày, hoặc so với tệp đối soát (CSV, cột TxnRef, Amount, Type)."
      filters={<Compare done={list.askAgain} />}
      list={list}
      none="Chưa có ngày nào được đối soát."
    >
      {({ reconciliations }) => reconciliations.map((each) => <Report key={each.id} report={each} />)}
    </PagedList>
  )
}

function Compare({ done }: { done(): void }) {
  const [said, setSaid] = useState<{ wrong: boolean; text: string } | null>(null)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const day = String(new FormData(form).get('day'))
    const file = (form.elements.namedItem('file') as HTMLInputElement).files?.[0]
    setBusy(true)
    setSaid(null)
    try {
      if (file) await askShop('/reconciliations/file', { day, fileName: file.name, content: await file.text() })
      else await askShop('/reconciliations', { day })
      setSaid({ wrong: false, text: `Đã đối soát ngày ${readableDay(day)}.` })
      done()
    } catch (error) {
      setSaid({ wrong: true, text: error instanceof Error ? error.message : 'Chưa đối soát được.' })
    }
    setBusy(false)
  }
  return (
    <form className="flex flex-wrap items-end gap-3" onSubmit={submit}>
      <label className="txt-small flex flex-col gap-1">
        Ngày
        <input className="border-ui-border-strong rounded border px-2 py-1" type="date" name="day" required />
      </label>
      <label className="txt-small flex flex-col gap-1">
        Tệp đối soát (không bắt buộc)
        <input type="file" name="file" accept=".csv,text/csv" />
      </label>
      <Button size="small" type="submit" disabled={busy}>
        {busy ? 'Đang so…' : 'Đối soát'}
      </Button>
      <div role="status" className="w-full">
        {said ? (
          <InlineTip variant={said.wrong ? 'error' : 'success'} label={said.wrong ? 'Chưa được' : 'Xong'}>
            {said.text}
          </InlineTip>
        ) : null}
      </div>
    </form>
  )
}

function Report({ report }: { report: ReconciliationView }) {
  const { id, day, basis, differences } = report
  return (
    <li className="flex flex-col gap-3 px-4 py-4 sm:px-6" aria-labelledby={id}>
      <div className="flex flex-wrap items-center gap-2">
        <Heading level="h2" id={id}>
          Ngày {readableDay(day)}
        </Heading>
        <StatusBadge color={differences.length === 0 ? 'green' : 'red'}>
          {differences.length === 0 ? 'Khớp' : `${differences.length} chỗ lệch`}
        </StatusBadge>
      </div>
      <Facts>
        <Fact name="So với">{basis === 'query' ? 'Truy vấn từng giao dịch' : `Tệp ${report.fileName ?? ''}`}</Fact>
        <Fact name="Đã thu">{`${report.receipts} khoản, ${dong(report.received)}`}</Fact>
        <Fact name="Đã hoàn">{`${report.refunds} khoản, ${dong(report.refunded)}`}</Fact>
        <Fact name="So lúc">{readableMoment(report.madeAt)}</Fact>
      </Facts>
      {differences.length === 0 ? null : (
        <>
          <ul className="list-disc pl-5">
            {differences.map((each) => (
              <li key={`${each.what}-${each.reference}-${each.kind}-${each.ours}-${each.theirs}`}>
                <Text size="small" className="break-words">
                  {each.what === 'receipt' ? 'Khoản thu' : 'Khoản hoàn'} {each.reference}: {KINDS[each.kind]}. Sổ của
                  sàn: {dong(each.ours)}. VNPAY: {dong(each.theirs)}.
                </Text>
              </li>
            ))}
          </ul>
          <a
            className="text-ui-fg-interactive txt-small underline"
            href={`/admin/reconciliations/${id}/differences.csv`}
          >
            Tải danh sách lệch (CSV)
          </a>
        </>
      )}
    </li>
  )
}
