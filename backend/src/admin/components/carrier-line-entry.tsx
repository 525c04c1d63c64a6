import { Button, Heading, InlineTip, StatusBadge } from '@medusajs/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { readableDay } from '../../calendar/vietnam-moment'
import type { CarrierLineView } from '../../carriers/carrier-views'
import { askShop } from '../ask-shop'
import { dongWords } from '../dong-words'
import { Fact, Facts } from './facts'
import { LineField } from './line-field'

const PROBLEM_WORDS = {
  unknown_parcel: 'Không có kiện nào của ta mang mã này.',
  short_paid: 'Đơn vị vận chuyển báo thu ít hơn số phải thu. Phần thiếu vẫn là tiền họ nợ.',
  over_paid: 'Đơn vị vận chuyển báo thu nhiều hơn số phải thu.',
  not_shipped: 'Kiện này chưa được ghi là đã giao cho đơn vị vận chuyển.',
  said_otherwise: 'Trước đó kiện này được ghi kết quả khác.',
  partly_refused: 'Đơn có nhiều kiện: kiện thì giao được, kiện thì bị hoàn.',
} as const

const STATE_WORDS = {
  new: ['Chưa đối chiếu xong', 'blue'],
  settled: ['Khớp', 'green'],
  open: ['Cần xử lý', 'red'],
  closed: ['Đã xử lý', 'grey'],
} as const

/** What a carrier said of one parcel, and what an operator may do when it differs. */
export function CarrierLineEntry({ line }: { line: CarrierLineView }) {
  const queries = useQueryClient()
  const [note, setNote] = useState('')
  const decide = useMutation({
    mutationFn: (action: 'close' | 'again') => askShop(`/carrier-lines/${line.id}`, { action, note }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['/carrier-lines'] })
      await queries.invalidateQueries({ queryKey: ['/carrier-files'] })
    },
    networkMode: 'always',
  })
  const [word, color] = STATE_WORDS[line.state]
  return (
    <li className="flex flex-col gap-3 px-4 py-4 sm:px-6" aria-labelledby={line.id}>
      <div className="flex flex-wrap items-center gap-2">
        <Heading level="h3" id={line.id}>
          {`${line.carrierName} · ${line.trackingNo}`}
        </Heading>
        <StatusBadge color={color}>{word}</StatusBadge>
        <StatusBadge color={line.report === 'delivered' ? 'green' : 'orange'}>
          {line.report === 'delivered' ? 'Đã giao' : 'Hoàn về'}
        </StatusBadge>
      </div>
      <Facts>
        <Fact name="Vấn đề">{line.problem === null ? null : PROBLEM_WORDS[line.problem]}</Fact>
        <Fact name="Đơn">{line.orderNo}</Fact>
        <Fact name="Đã thu">{dongWords(line.cod)}</Fact>
        <Fact name="Phải thu">{line.expected === null ? null : dongWords(line.expected)}</Fact>
        <Fact name="Cước">{line.fee === null ? null : dongWords(line.fee)}</Fact>
        <Fact name="Ngày">{readableDay(line.onDay)}</Fact>
        <Fact name="Trong tệp">{`${line.fileName}, dòng ${line.rowNo}`}</Fact>
        <Fact name="Ghi chú">{line.note}</Fact>
      </Facts>
      {decide.error ? (
        <div role="alert">
          <InlineTip variant="error" label="Chưa ghi được">
            {decide.error.message}
          </InlineTip>
        </div>
      ) : null}
      {line.state === 'open' ? (
        <div className="flex flex-col gap-2">
          <LineField id={`${line.id}-note`} label="Đã làm gì" value={note} onChange={setNote} />
          <div className="flex flex-wrap gap-2">
            <Button size="small" isLoading={decide.isPending} onClick={() => decide.mutate('close')}>
              Đã xử lý xong
            </Button>
            <Button
              size="small"
              variant="secondary"
              isLoading={decide.isPending}
              onClick={() => decide.mutate('again')}
            >
              Đối chiếu lại
            </Button>
          </div>
        </div>
      ) : null}
    </li>
  )
}
