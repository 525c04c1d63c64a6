import { Button, Label, Textarea, toast } from '@medusajs/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { askShop } from '../ask-shop'

interface DecideListingProps {
  /** The list it stands in, also the address its decisions are sent below. */
  list: '/listing-changes' | '/listing-proposals'
  id: string
  name: string
  /** Words of the button that approves; null when it cannot be approved. */
  approve: string | null
}

/** Approves what a producer handed in, or sends it back with a reason. */
export function DecideListing({ list, id, name, approve }: DecideListingProps) {
  const [reason, setReason] = useState('')
  const queries = useQueryClient()
  const decide = useMutation({
    networkMode: 'always',
    mutationFn: (what: 'approve' | 'return') =>
      askShop(`${list}/${id}/${what}`, what === 'return' ? { reason: reason.trim() } : {}),
    onSuccess: async (_, what) => {
      await queries.invalidateQueries({ queryKey: [list] })
      toast.success(what === 'approve' ? 'Đã duyệt' : 'Đã trả lại', { description: name })
    },
    onError: (error) => toast.error('Chưa lưu được', { description: error.message }),
  })
  function submit(event: FormEvent) {
    event.preventDefault()
    decide.mutate('return')
  }
  return (
    <form onSubmit={submit} className="flex flex-col items-start gap-3">
      {approve === null ? null : (
        <Button type="button" size="small" isLoading={decide.isPending} onClick={() => decide.mutate('approve')}>
          {approve}
        </Button>
      )}
      <Label htmlFor={`reason-${id}`} size="small">
        Lý do trả lại, chủ thể sẽ đọc (ít nhất 10 ký tự)
      </Label>
      <Textarea
        id={`reason-${id}`}
        required
        minLength={10}
        maxLength={1000}
        rows={2}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button type="submit" size="small" variant="secondary" isLoading={decide.isPending}>
        Trả lại
      </Button>
    </form>
  )
}
