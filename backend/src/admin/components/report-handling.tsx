import { Button, Label, Text, Textarea, toast } from '@medusajs/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { readableMoment } from '../../calendar/vietnam-moment'
import type { ReportView } from '../../scan-reports/report-view'
import { askShop } from '../ask-shop'
import { Fact, Facts } from './facts'

const MOST_CHARACTERS = 1_000

/** Marks a report handled with a note for colleagues; one that is handled says by whom, and can be opened again. */
export function ReportHandling({ report }: { report: ReportView }) {
  const { id, handledAt } = report
  const [note, setNote] = useState(report.handledNote ?? '')
  const queries = useQueryClient()
  const mark = useMutation({
    networkMode: 'always',
    mutationFn: (handled: boolean) => askShop(`/scan-reports/${id}`, { handled, note: note.trim() || null }),
    onSuccess: async (_answer, handled) => {
      await queries.invalidateQueries({ queryKey: ['/scan-reports'] })
      if (handled) {
        const undo = { label: 'Hoàn tác', altText: 'Mở lại phản ánh vừa xử lý', onClick: () => mark.mutate(false) }
        toast.success('Đã đánh dấu đã xử lý', { description: report.receipt, action: undo })
      } else toast.info('Đã mở lại phản ánh', { description: report.receipt })
    },
    onError: (error) => toast.error('Chưa lưu được', { description: error.message }),
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    mark.mutate(true)
  }

  if (handledAt !== null) {
    return (
      <div className="flex flex-col items-start gap-3">
        <Facts>
          <Fact name="Xử lý lúc">{readableMoment(handledAt)}</Fact>
          <Fact name="Người xử lý">{report.handledBy}</Fact>
          <Fact name="Ghi chú">{report.handledNote}</Fact>
        </Facts>
        <Button size="small" variant="secondary" isLoading={mark.isPending} onClick={() => mark.mutate(false)}>
          Mở lại
        </Button>
      </div>
    )
  }
  return (
    <form onSubmit={submit} className="flex flex-col items-start gap-2">
      <Label htmlFor={`note-${id}`} size="small">
        Ghi chú cho đồng nghiệp
      </Label>
      <Textarea
        id={`note-${id}`}
        value={note}
        maxLength={MOST_CHARACTERS}
        rows={2}
        onChange={(event) => setNote(event.target.value)}
      />
      <Text size="xsmall" className="text-ui-fg-subtle">
        Không bắt buộc. Ghi chú được xóa cùng phản ánh sau 12 tháng.
      </Text>
      <Button type="submit" size="small" isLoading={mark.isPending}>
        Đánh dấu đã xử lý
      </Button>
    </form>
  )
}
