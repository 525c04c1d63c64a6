import { Button, Heading, InlineTip, StatusBadge, Text } from '@medusajs/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BankLineView } from '../../bank-transfer/bank-views'
import { readableMoment } from '../../calendar/vietnam-moment'
import { askShop } from '../ask-shop'
import { dongWords } from '../dong-words'
import { Fact, Facts } from './facts'
import { LineField } from './line-field'

const STATE_WORDS = {
  new: ['Chưa đối chiếu xong', 'blue'],
  applied: ['Đã khớp đơn', 'green'],
  late: ['Đến muộn, đang hoàn', 'orange'],
  duplicate: ['Trả hai lần, đang hoàn', 'orange'],
  wrong_amount: ['Sai số tiền', 'red'],
  unmatched: ['Chưa rõ của đơn nào', 'red'],
  not_ours: ['Không phải tiền đơn hàng', 'grey'],
  returned: ['Đã trả lại', 'grey'],
  refund_asked: ['Đang hoàn', 'orange'],
  counter_sale: ['Tiền bán tại quầy', 'green'],
} as const

/** Money that came into the bank account, and what an operator may do about it. */
export function BankLineEntry({ line }: { line: BankLineView }) {
  const queries = useQueryClient()
  const [groupNo, setGroupNo] = useState(line.proposedNo ?? '')
  const [saleNo, setSaleNo] = useState('')
  const [note, setNote] = useState('')
  const [reference, setReference] = useState('')
  const decide = useMutation({
    mutationFn: (body: Record<string, string>) =>
      askShop<{ outcome: 'done' | 'proposed' }>(`/bank-lines/${line.id}`, body),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['/bank-lines'] })
      await queries.invalidateQueries({ queryKey: ['/bank-files'] })
    },
    networkMode: 'always',
  })
  const [word, color] = STATE_WORDS[line.state]
  return (
    <li className="flex flex-col gap-3 px-4 py-4 sm:px-6" aria-labelledby={line.id}>
      <div className="flex flex-wrap items-center gap-2">
        <Heading level="h2" id={line.id}>
          {dongWords(line.amount)}
        </Heading>
        <StatusBadge color={color}>{word}</StatusBadge>
        {line.needsTwo && line.state === 'unmatched' ? <StatusBadge color="purple">Cần hai người</StatusBadge> : null}
      </div>
      <Facts>
        <Fact name="Nội dung">{line.content === '' ? '(không có)' : line.content}</Fact>
        <Fact name="Thời điểm">{readableMoment(line.at)}</Fact>
        <Fact name="Số tham chiếu">{line.bankReference}</Fact>
        <Fact name="Đơn">
          {line.groupNo === null ? null : `${line.groupNo}, tổng ${dongWords(line.groupTotal ?? 0)}`}
        </Fact>
        <Fact name="Trong sao kê">{`${line.fileName}, dòng ${line.rowNo}`}</Fact>
        <Fact name="Ghi chú">{line.note}</Fact>
      </Facts>
      {line.proposedNo === null ? null : (
        <InlineTip variant="info" label="Chờ người thứ hai">
          {`Một người đã chọn đơn ${line.proposedNo}. Người khác cần chọn đúng đơn này thì tiền mới được ghi.`}
        </InlineTip>
      )}
      {decide.error ? (
        <div role="alert">
          <InlineTip variant="error" label="Chưa ghi được">
            {decide.error.message}
          </InlineTip>
        </div>
      ) : null}
      {line.state === 'unmatched' ? (
        <div className="grid gap-4 lg:grid-cols-2">
          <form
            className="flex flex-col gap-2"
            onSubmit={(event) => {
              event.preventDefault()
              decide.mutate({ action: 'match', groupNo })
            }}
          >
            <LineField
              id={`${line.id}-group`}
              label="Số đơn"
              value={groupNo}
              onChange={setGroupNo}
              placeholder="SL-2611-0001AB"
              required
            />
            <div>
              <Button size="small" type="submit" isLoading={decide.isPending}>
                Ghi vào đơn này
              </Button>
            </div>
          </form>
          <form
            className="flex flex-col gap-2"
            onSubmit={(event) => {
              event.preventDefault()
              decide.mutate({ action: 'sale', saleNo })
            }}
          >
            <LineField
              id={`${line.id}-sale`}
              label="Số phiếu bán tại quầy"
              value={saleNo}
              onChange={setSaleNo}
              required
            />
            <div>
              <Button size="small" variant="secondary" type="submit" isLoading={decide.isPending}>
                Là tiền của phiếu này
              </Button>
            </div>
          </form>
          <div className="flex flex-col gap-2">
            <LineField id={`${line.id}-note`} label="Lý do" value={note} onChange={setNote} />
            <LineField
              id={`${line.id}-reference`}
              label="Số bút toán trả lại (khi đã trả lại người gửi)"
              value={reference}
              onChange={setReference}
            />
            <div className="flex flex-wrap gap-2">
              <Button
                size="small"
                variant="secondary"
                isLoading={decide.isPending}
                onClick={() => decide.mutate({ action: 'not_ours', note })}
              >
                Không phải tiền đơn hàng
              </Button>
              <Button
                size="small"
                variant="secondary"
                isLoading={decide.isPending}
                onClick={() => decide.mutate({ action: 'returned', note, reference })}
              >
                Đã trả lại người gửi
              </Button>
            </div>
          </div>
        </div>
      ) : null}
      {line.state === 'wrong_amount' ? (
        <div className="flex flex-col gap-2">
          <Text size="small">Người mua chuyển khác số tiền của đơn. Hoàn lại toàn bộ để họ chuyển đúng.</Text>
          <LineField id={`${line.id}-note`} label="Lý do" value={note} onChange={setNote} />
          <div>
            <Button
              size="small"
              variant="secondary"
              isLoading={decide.isPending}
              onClick={() => decide.mutate({ action: 'refund', note })}
            >
              Hoàn lại người mua
            </Button>
          </div>
        </div>
      ) : null}
      {line.state === 'not_ours' ? (
        <div>
          <Button
            size="small"
            variant="secondary"
            isLoading={decide.isPending}
            onClick={() => decide.mutate({ action: 'reopen' })}
          >
            Mở lại
          </Button>
        </div>
      ) : null}
    </li>
  )
}
