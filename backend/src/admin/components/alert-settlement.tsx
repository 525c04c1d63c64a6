import { Button, Label, RadioGroup, Textarea, toast } from '@medusajs/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { AlertView } from '../../clone-alerts/alert-view'
import { askShop } from '../ask-shop'

const DECISIONS = [
  {
    value: 'confirm',
    label: 'Có cơ sở nghi sao chép',
    description: 'Cảnh báo vẫn mở. Người quét mã vẫn thấy lời nhắc như hiện nay.',
  },
  {
    value: 'dismiss',
    label: 'Không phải sao chép',
    description: 'Đóng cảnh báo và không tính các lượt kiểm tra trước đó nữa. Không hoàn tác được.',
  },
  {
    value: 'show_publicly',
    label: 'Mã đã được đưa công khai',
    description:
      'Tem từng xuất hiện trên truyền hình, báo chí hoặc quầy trưng bày. Đóng cảnh báo; trang của mã sẽ nói rõ điều này và không cảnh báo nữa. Không hoàn tác được.',
  },
] as const
type Decision = (typeof DECISIONS)[number]['value']
const MOST_CHARACTERS = 500

/** Opens the form by which an open alert is settled: a finding, and a reason for all but a confirmation. */
export function AlertSettlement({ alert }: { alert: AlertView }) {
  const [isOpen, setOpen] = useState(false)
  return isOpen ? (
    <SettlementForm alert={alert} onLeave={() => setOpen(false)} />
  ) : (
    <Button size="small" variant="secondary" className="self-start" onClick={() => setOpen(true)}>
      Kết luận cảnh báo
    </Button>
  )
}

function SettlementForm({ alert, onLeave }: { alert: AlertView; onLeave(): void }) {
  const { alertNo, partyRef, index, acknowledgedAt } = alert
  const choices = DECISIONS.filter(
    ({ value }) => !(value === 'confirm' && acknowledgedAt !== null) && !(value === 'show_publicly' && index === null),
  )
  const [decision, setDecision] = useState<Decision | null>(null)
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const queries = useQueryClient()
  const settle = useMutation({
    networkMode: 'always',
    mutationFn: () => askShop(`/clone-alerts/${alertNo}`, { partyRef, decision, note: note.trim() || null }),
    onSuccess: async () => {
      toast.success('Đã lưu kết luận')
      await queries.invalidateQueries({ queryKey: ['/clone-alerts'] })
    },
    onError: (error) => setProblem(error.message),
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    const missing = whatIsMissing(decision, note)
    setProblem(missing)
    if (missing === null) settle.mutate()
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-3" aria-label="Kết luận cảnh báo">
      <RadioGroup
        aria-label="Kết luận"
        value={decision ?? ''}
        onValueChange={(value) => setDecision(choices.find((each) => each.value === value)?.value ?? null)}
      >
        {choices.map((each) => (
          <RadioGroup.ChoiceBox key={each.value} {...each} />
        ))}
      </RadioGroup>
      <Label htmlFor={`note-${alertNo}`} size="small">
        {decision === 'confirm' ? 'Ghi chú (không bắt buộc)' : 'Lý do'}
      </Label>
      <Textarea
        id={`note-${alertNo}`}
        value={note}
        maxLength={MOST_CHARACTERS}
        rows={2}
        onChange={(event) => setNote(event.target.value)}
      />
      {problem === null ? null : (
        <p role="alert" className="txt-small text-ui-fg-error">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="small" isLoading={settle.isPending}>
          Lưu kết luận
        </Button>
        <Button type="button" size="small" variant="secondary" onClick={onLeave}>
          Để sau
        </Button>
      </div>
    </form>
  )
}

function whatIsMissing(decision: Decision | null, note: string): string | null {
  if (decision === null) return 'Hãy chọn một kết luận.'
  if (decision !== 'confirm' && note.trim() === '') return 'Hãy ghi lý do, để sau này ai xem lại cũng hiểu.'
  return null
}
