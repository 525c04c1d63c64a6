import { Button, Heading, Label, StatusBadge, Text, Textarea, toast } from '@medusajs/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { readableDay, readableMoment } from '../../calendar/vietnam-moment'
import type { ComplaintDeskView } from '../../complaints/complaint-view'
import { COMPLAINT_KIND_WORDS, COMPLAINT_STATE_WORDS } from '../../complaints/kind-words'
import { askShop } from '../ask-shop'
import { ComplaintConversations } from './complaint-conversations'
import { Fact, Facts } from './facts'

const COLORS = { received: 'orange', working: 'blue', answered: 'green' } as const

/** One complaint: who, what, until when, what was done, and the form to take it up or answer it. */
export function ComplaintEntry({ complaint }: { complaint: ComplaintDeskView }) {
  const { id, number, kind, state, dueOn } = complaint
  return (
    <li className="flex flex-col gap-3 px-4 py-4 sm:px-6" aria-labelledby={id}>
      <div className="flex flex-wrap items-center gap-2">
        <Heading level="h2" id={id}>
          {number} · {COMPLAINT_KIND_WORDS[kind]}
        </Heading>
        <StatusBadge color={COLORS[state]}>{COMPLAINT_STATE_WORDS[state]}</StatusBadge>
      </div>
      <Text className="whitespace-pre-wrap break-words">
        {complaint.message ?? 'Nội dung và cách liên hệ đã được xóa sau thời hạn lưu.'}
      </Text>
      <Facts>
        <Fact name="Về">{complaint.about}</Fact>
        <Fact name="Người gửi">{complaint.name}</Fact>
        <Fact name="Liên hệ">{complaint.contact}</Fact>
        <Fact name="Gửi lúc">{readableMoment(complaint.createdAt)}</Fact>
        <Fact name="Trả lời chậm nhất">{state === 'answered' ? null : readableDay(dueOn)}</Fact>
      </Facts>
      {complaint.steps
        .filter((step) => step.words !== null || step.by !== null)
        .map((step) => (
          <div key={step.at} className="border-l-2 pl-3">
            <Text size="small" className="text-ui-fg-subtle">
              {COMPLAINT_STATE_WORDS[step.state]} · {readableMoment(step.at)}
              {step.by === null ? '' : ` · ${step.by}`}
            </Text>
            {step.words === null ? null : <Text className="whitespace-pre-wrap break-words">{step.words}</Text>}
          </div>
        ))}
      <ComplaintConversations id={id} about={complaint.about} />
      <ComplaintAnswer id={id} number={number} />
    </li>
  )
}

function ComplaintAnswer({ id, number }: { id: string; number: string }) {
  const [words, setWords] = useState('')
  const queries = useQueryClient()
  const move = useMutation({
    networkMode: 'always',
    mutationFn: (state: 'working' | 'answered') => askShop(`/complaints/${id}`, { state, words: words.trim() || null }),
    onSuccess: async (_answer, state) => {
      setWords('')
      await queries.invalidateQueries({ queryKey: ['/complaints'] })
      toast.success(state === 'answered' ? 'Đã trả lời' : 'Đã ghi', { description: number })
    },
    onError: (error) => toast.error('Chưa lưu được', { description: error.message }),
  })
  function submit(event: FormEvent) {
    event.preventDefault()
    move.mutate('answered')
  }
  return (
    <form onSubmit={submit} className="flex flex-col items-start gap-2">
      <Label htmlFor={`words-${id}`} size="small">
        Viết cho người khiếu nại
      </Label>
      <Textarea
        id={`words-${id}`}
        value={words}
        maxLength={5_000}
        rows={3}
        onChange={(event) => setWords(event.target.value)}
      />
      <Text size="xsmall" className="text-ui-fg-subtle">
        Người gửi đọc được những gì bạn viết. Câu trả lời cần ít nhất 10 ký tự.
      </Text>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="small" isLoading={move.isPending}>
          Trả lời
        </Button>
        <Button
          type="button"
          size="small"
          variant="secondary"
          isLoading={move.isPending}
          onClick={() => move.mutate('working')}
        >
          Đang giải quyết
        </Button>
      </div>
    </form>
  )
}
