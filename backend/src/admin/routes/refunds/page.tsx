import { defineRouteConfig } from '@medusajs/admin-sdk'
import { ArrowUturnLeft } from '@medusajs/icons'
import { Button, Container, Heading, InlineTip, Input, Label, StatusBadge } from '@medusajs/ui'
import { useState } from 'react'
import { readableMoment } from '../../../calendar/vietnam-moment'
import type { RefundRowView, WaitingReceiptView } from '../../../payments/payment-lists'
import type { RefundTransfer } from '../../../payments/refund-account'
import { askShop } from '../../ask-shop'
import { Fact, Facts } from '../../components/facts'
import { FilterButtons } from '../../components/filter-buttons'
import { PagedList } from '../../components/paged-list'
import { usePagedList } from '../../use-paged-list'

export const config = defineRouteConfig({ label: 'Hoàn tiền', icon: ArrowUturnLeft, rank: 7 })

const FILTERS = [
  ['person', 'Cần người xử lý'],
  ['under_way', 'Đang hoàn'],
  ['done', 'Đã hoàn'],
  ['all', 'Tất cả'],
] as const
const STATES: Record<RefundRowView['state'], string> = {
  asked: 'Chờ gửi',
  sent: 'Đã gửi VNPAY',
  done: 'Đã hoàn',
  refused: 'VNPAY từ chối',
  manual: 'Chờ chuyển khoản',
}
const REASONS: Record<string, string> = {
  late: 'Tiền về sau khi đơn đã hết hạn',
  duplicate: 'Đơn đã được trả trước đó',
  wrong_amount: 'Sai số tiền',
  returned: 'Người vận hành trả lại',
  canceled: 'Đơn đã hủy',
  'return:changed_mind': 'Trả hàng: khách đổi ý',
  'return:damaged': 'Trả hàng: hàng hỏng, vỡ',
  'return:wrong_goods': 'Trả hàng: giao nhầm',
  'return:not_as_described': 'Trả hàng: không đúng mô tả',
  'return:missing': 'Giao thiếu hàng',
  'return:recalled': 'Hàng bị thu hồi',
  'return:ordered_by_mistake': 'Khách đặt nhầm',
  'return:too_late': 'Giao quá muộn',
}
const dong = (amount: number) => `${amount.toLocaleString('vi-VN')} ₫`

/** Refunds, those for a person first, and money that waits for a decision. */
export default function RefundsPage() {
  const [state, setState] = useState<(typeof FILTERS)[number][0]>('person')
  const refunds = usePagedList<{ refunds: RefundRowView[]; count: number }>('/refunds', { state })
  const receipts = usePagedList<{ receipts: WaitingReceiptView[]; count: number }>('/waiting-receipts', {})
  return (
    <div className="flex flex-col gap-4">
      <PagedList
        title="Hoàn tiền"
        lead="Khoản trả qua VNPAY được hoàn tự động. Khoản chuyển khoản, tiền mặt hoặc bị VNPAY từ chối thì chuyển khoản tay rồi ghi mã giao dịch của ngân hàng."
        filters={<FilterButtons label="Lọc theo tình trạng" choices={FILTERS} value={state} onChange={setState} />}
        list={refunds}
        none={state === 'person' ? 'Không có khoản hoàn nào cần người xử lý.' : 'Không có khoản hoàn nào.'}
      >
        {(page) => page.refunds.map((each) => <Refund key={each.id} refund={each} done={refunds.askAgain} />)}
      </PagedList>
      <PagedList
        title="Tiền chờ quyết định"
        lead="Tiền đã về nhưng bị nghi gian lận hoặc chuyển sai số tiền. Ghi vào đơn nếu khớp, hoặc hoàn lại."
        filters={null}
        list={receipts}
        none="Không có khoản nào chờ quyết định."
      >
        {(page) => page.receipts.map((each) => <Waiting key={each.id} receipt={each} done={receipts.askAgain} />)}
      </PagedList>
    </div>
  )
}

/** Sends one wish at a time; out: its sender, whether one is under way, and what was wrong with the last. */
function useWish(done: () => void) {
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const send = async (path: string, body: Record<string, unknown>) => {
    setBusy(true)
    setWrong(null)
    try {
      await askShop(path, body)
      done()
    } catch (error) {
      setWrong(error instanceof Error ? error.message : 'Chưa làm được. Hãy thử lại.')
    }
    setBusy(false)
  }
  return { send, busy, wrong }
}

function Refund({ refund, done }: { refund: RefundRowView; done(): void }) {
  const [reference, setReference] = useState('')
  const { send, busy, wrong } = useWish(done)
  return (
    <li className="flex flex-col gap-3 px-4 py-4 sm:px-6" aria-labelledby={refund.id}>
      <div className="flex flex-wrap items-center gap-2">
        <Heading level="h2" id={refund.id}>
          {refund.displayNo}: {dong(refund.amount)}
        </Heading>
        <StatusBadge color={refund.state === 'done' ? 'green' : refund.forPerson ? 'red' : 'blue'}>
          {STATES[refund.state]}
        </StatusBadge>
      </div>
      <Facts>
        <Fact name="Lý do">{REASONS[refund.reason] ?? refund.reason}</Fact>
        <Fact name="Yêu cầu lúc">{readableMoment(refund.askedAt)}</Fact>
        <Fact name="Tài khoản nhận">
          {refund.account ?? (waitsForAccount(refund) ? 'Khách chưa cho biết; đã gửi thư hỏi' : null)}
        </Fact>
        <Fact name="Mã trả lời">{refund.responseCode}</Fact>
        <Fact name="Mã giao dịch">{refund.paidReference}</Fact>
        <Fact name="Hoàn lúc">{refund.doneAt === null ? null : readableMoment(refund.doneAt)}</Fact>
      </Facts>
      {refund.account !== null && waitsForAccount(refund) ? <PayRefund id={refund.id} /> : null}
      {refund.forPerson ? (
        <form
          className="flex flex-wrap items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            void send(`/refunds/${refund.id}/confirm`, { paidReference: reference })
          }}
        >
          <div>
            <Label htmlFor={`${refund.id}-ref`}>Mã giao dịch của ngân hàng</Label>
            <Input id={`${refund.id}-ref`} value={reference} onChange={(event) => setReference(event.target.value)} />
          </div>
          <Button size="small" type="submit" disabled={busy}>
            Đã chuyển khoản
          </Button>
          {refund.byGateway ? (
            <Button
              size="small"
              type="button"
              variant="secondary"
              disabled={busy}
              onClick={() => void send(`/refunds/${refund.id}/retry`, {})}
            >
              Gửi lại qua VNPAY
            </Button>
          ) : null}
        </form>
      ) : null}
      <Wrong text={wrong} />
    </li>
  )
}

const waitsForAccount = ({ state }: RefundRowView) => state === 'manual' || state === 'refused'

/** The account in the clear and the code to pay it by, once it is asked for: who reads it is on record. */
function PayRefund({ id }: { id: string }) {
  const [transfer, setTransfer] = useState<RefundTransfer | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const show = async () => {
    setWrong(null)
    try {
      setTransfer((await askShop<{ transfer: RefundTransfer }>(`/refunds/${id}/account`, {})).transfer)
    } catch (error) {
      setWrong(error instanceof Error ? error.message : 'Chưa xem được. Hãy thử lại.')
    }
  }
  if (transfer === null) {
    return (
      <div className="flex flex-col items-start gap-2">
        <Button size="small" variant="secondary" onClick={() => void show()}>
          Hiện tài khoản và mã VietQR (có ghi nhật ký)
        </Button>
        <Wrong text={wrong} />
      </div>
    )
  }
  const { size, path } = transfer.qr
  return (
    <div className="flex flex-wrap items-start gap-4">
      <svg
        role="img"
        aria-label={`Mã VietQR: chuyển ${dong(transfer.amount)}`}
        viewBox={`0 0 ${size} ${size}`}
        className="h-48 w-48 bg-white"
        shapeRendering="crispEdges"
      >
        <path d={path} fill="#000" />
      </svg>
      <Facts>
        <Fact name="Ngân hàng">{transfer.bankName}</Fact>
        <Fact name="Số tài khoản">{transfer.number}</Fact>
        <Fact name="Chủ tài khoản">{transfer.holder}</Fact>
        <Fact name="Số tiền">{dong(transfer.amount)}</Fact>
        <Fact name="Nội dung">{transfer.purpose}</Fact>
      </Facts>
      <Button size="small" variant="secondary" onClick={() => setTransfer(null)}>
        Ẩn
      </Button>
    </div>
  )
}

function Waiting({ receipt, done }: { receipt: WaitingReceiptView; done(): void }) {
  const { send, busy, wrong } = useWish(done)
  const decide = (decision: 'apply' | 'return') => void send(`/waiting-receipts/${receipt.id}`, { decision })
  return (
    <li className="flex flex-col gap-3 px-4 py-4 sm:px-6" aria-labelledby={receipt.id}>
      <div className="flex flex-wrap items-center gap-2">
        <Heading level="h2" id={receipt.id}>
          {receipt.displayNo}: {dong(receipt.amount)}
        </Heading>
        <StatusBadge color="orange">{receipt.outcome === 'held' ? 'Nghi gian lận' : 'Sai số tiền'}</StatusBadge>
      </div>
      <Facts>
        <Fact name="Đơn cần trả">{dong(receipt.groupTotal)}</Fact>
        <Fact name="Mã giao dịch">{receipt.reference}</Fact>
        <Fact name="Nhận lúc">{readableMoment(receipt.receivedAt)}</Fact>
      </Facts>
      <div className="flex flex-wrap gap-2">
        <Button size="small" disabled={busy} onClick={() => decide('apply')}>
          Ghi vào đơn
        </Button>
        <Button size="small" variant="secondary" disabled={busy} onClick={() => decide('return')}>
          Hoàn lại
        </Button>
      </div>
      <Wrong text={wrong} />
    </li>
  )
}

function Wrong({ text }: { text: string | null }) {
  return (
    <Container className="p-0 shadow-none" role="alert">
      {text === null ? null : (
        <InlineTip variant="error" label="Chưa được">
          {text}
        </InlineTip>
      )}
    </Container>
  )
}
