import { Button, toast } from '@medusajs/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { askShop } from '../ask-shop'
import { EMPTY_POST, missingOfPost, PostFields, postBody } from './post-fields'

/** Opens the form that gives an official one more post. */
export function GivePost({ officialId }: { officialId: string }) {
  const [isOpen, setOpen] = useState(false)
  return isOpen ? (
    <GivePostForm officialId={officialId} onLeave={() => setOpen(false)} />
  ) : (
    <Button size="small" variant="secondary" className="self-start" onClick={() => setOpen(true)}>
      Giao thêm chức vụ
    </Button>
  )
}

function GivePostForm({ officialId, onLeave }: { officialId: string; onLeave(): void }) {
  const [post, setPost] = useState(EMPTY_POST)
  const [problem, setProblem] = useState<string | null>(null)
  const queries = useQueryClient()
  const give = useMutation({
    networkMode: 'always',
    mutationFn: () => askShop(`/officials/${officialId}/posts`, postBody(post)),
    onSuccess: async () => {
      toast.success('Đã giao chức vụ')
      await queries.invalidateQueries({ queryKey: ['/officials'] })
      onLeave()
    },
    onError: (error) => setProblem(error.message),
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    const missing = missingOfPost(post)
    setProblem(missing)
    if (missing === null) give.mutate()
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-3" aria-label="Giao chức vụ" noValidate>
      <PostFields id={`post-${officialId}`} post={post} onChange={setPost} />
      {problem === null ? null : (
        <p role="alert" className="txt-small text-ui-fg-error">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="small" isLoading={give.isPending}>
          Giao chức vụ
        </Button>
        <Button type="button" size="small" variant="secondary" onClick={onLeave}>
          Để sau
        </Button>
      </div>
    </form>
  )
}
