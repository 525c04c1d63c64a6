import { Button, StatusBadge, Text, toast } from '@medusajs/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { readableDay } from '../../calendar/vietnam-moment'
import type { PostView } from '../../officials/official-view'
import { ROLE_WORDS } from '../../officials/role-words'
import { askShop } from '../ask-shop'
import { LineField } from './line-field'

/** A post of an official, with the form that sets its last day. */
export function PostEntry({ officialId, post }: { officialId: string; post: PostView }) {
  const [isOpen, setOpen] = useState(false)
  const place = [post.communeName, post.provinceName].filter(Boolean).join(', ') || 'Cả nước'
  const state = stateOn(today(), post)
  return (
    <li className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <Text size="small">
          {ROLE_WORDS[post.role]}, {post.unitName}. {place}. Từ {readableDay(post.from)}
          {post.to === null ? '' : ` đến hết ${readableDay(post.to)}`}.
        </Text>
        <StatusBadge color={state === 'now' ? 'green' : 'grey'}>{STATE_WORDS[state]}</StatusBadge>
        {state === 'over' || isOpen ? null : (
          <Button size="small" variant="transparent" onClick={() => setOpen(true)}>
            Đặt ngày hết chức vụ
          </Button>
        )}
      </div>
      {isOpen ? <EndForm officialId={officialId} post={post} onLeave={() => setOpen(false)} /> : null}
    </li>
  )
}

const STATE_WORDS = { now: 'Đang giữ', coming: 'Chưa bắt đầu', over: 'Đã hết' } as const

function stateOn(day: string, { from, to }: PostView): keyof typeof STATE_WORDS {
  if (day < from) return 'coming'
  return to !== null && to < day ? 'over' : 'now'
}

/** Today at +07. */
function today(): string {
  return new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
}

function EndForm({ officialId, post, onLeave }: { officialId: string; post: PostView; onLeave(): void }) {
  const [to, setTo] = useState(post.to ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const queries = useQueryClient()
  const end = useMutation({
    networkMode: 'always',
    mutationFn: () => askShop(`/officials/${officialId}/posts/${post.id}`, { to: to || null }),
    onSuccess: async () => {
      toast.success(to === '' ? 'Chức vụ không còn ngày hết' : `Chức vụ hết vào cuối ngày ${readableDay(to)}`)
      await queries.invalidateQueries({ queryKey: ['/officials'] })
      onLeave()
    },
    onError: (error) => setProblem(error.message),
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    setProblem(null)
    end.mutate()
  }

  return (
    <form onSubmit={submit} className="flex flex-col items-start gap-2" aria-label="Đặt ngày hết chức vụ">
      <LineField
        id={`end-${post.id}`}
        label="Ngày cuối cùng giữ chức vụ (để trống nếu chưa biết)"
        type="date"
        value={to}
        onChange={setTo}
      />
      {problem === null ? null : (
        <p role="alert" className="txt-small text-ui-fg-error">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="small" isLoading={end.isPending}>
          Lưu
        </Button>
        <Button type="button" size="small" variant="secondary" onClick={onLeave}>
          Để sau
        </Button>
      </div>
    </form>
  )
}
