import { Button, Heading, InlineTip, StatusBadge } from '@medusajs/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { readableDay, readableMoment } from '../../calendar/vietnam-moment'
import type { CarrierFileView } from '../../carriers/carrier-views'
import { askShop } from '../ask-shop'
import { dongWords } from '../dong-words'
import { Fact, Facts } from './facts'
import { LineField } from './line-field'

/** A carrier's file: what it should pay, what arrived, and the difference. */
export function CarrierFileEntry({ file }: { file: CarrierFileView }) {
  const queries = useQueryClient()
  const [amount, setAmount] = useState(String(Math.max(0, file.due)))
  const [day, setDay] = useState('')
  const [reference, setReference] = useState('')
  const note = useMutation({
    mutationFn: () => askShop(`/carrier-files/${file.id}/remitted`, { amount: Number(amount), day, reference }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['/carrier-files'] }),
    networkMode: 'always',
  })
  const difference = file.remitted === null ? 0 : file.due - file.remitted
  return (
    <li className="flex flex-col gap-3 px-4 py-4 sm:px-6" aria-labelledby={file.id}>
      <div className="flex flex-wrap items-center gap-2">
        <Heading level="h3" id={file.id}>
          {`${file.carrierName} · ${file.name}`}
        </Heading>
        {file.remitted === null ? (
          <StatusBadge color="orange">Chờ tiền về</StatusBadge>
        ) : difference === 0 ? (
          <StatusBadge color="green">Tiền đã về đủ</StatusBadge>
        ) : (
          <StatusBadge color="red">{`Lệch ${dongWords(difference)}`}</StatusBadge>
        )}
      </div>
      <Facts>
        <Fact name="Nhận lúc">{readableMoment(file.takenAt)}</Fact>
        <Fact name="Số kiện">{`${file.newLines.toLocaleString('vi-VN')} mới trong ${file.lines.toLocaleString('vi-VN')}`}</Fact>
        <Fact name="Tiền thu hộ">{dongWords(file.cod)}</Fact>
        <Fact name="Cước giữ lại">{dongWords(file.fees)}</Fact>
        <Fact name="Phải chuyển về">{dongWords(file.due)}</Fact>
        <Fact name="Đã chuyển về">
          {file.remitted === null
            ? null
            : `${dongWords(file.remitted)}, ngày ${readableDay(file.remittedOn ?? '')}, bút toán ${file.bankReference}`}
        </Fact>
        <Fact name="Kiện cần xử lý">{file.open === 0 ? null : file.open.toLocaleString('vi-VN')}</Fact>
      </Facts>
      {note.error ? (
        <div role="alert">
          <InlineTip variant="error" label="Chưa ghi được">
            {note.error.message}
          </InlineTip>
        </div>
      ) : null}
      {file.remitted === null ? (
        <form
          className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4"
          onSubmit={(event) => {
            event.preventDefault()
            note.mutate()
          }}
        >
          <LineField
            id={`${file.id}-amount`}
            label="Số tiền về tài khoản (đồng)"
            type="number"
            min={0}
            step={1}
            required
            value={amount}
            onChange={setAmount}
          />
          <LineField id={`${file.id}-day`} label="Ngày về" type="date" required value={day} onChange={setDay} />
          <LineField
            id={`${file.id}-reference`}
            label="Số bút toán"
            required
            value={reference}
            onChange={setReference}
          />
          <div className="self-end">
            <Button size="small" type="submit" isLoading={note.isPending}>
              Ghi tiền đã về
            </Button>
          </div>
        </form>
      ) : null}
    </li>
  )
}
