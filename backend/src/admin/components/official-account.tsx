import { Button, toast } from '@medusajs/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { OfficialView } from '../../officials/official-view'
import { askShop } from '../ask-shop'
import { LineField } from './line-field'

/** Suspends or frees an official's account, with a way back, or sets a new password. */
export function OfficialAccount({ official: { id, name, status } }: { official: OfficialView }) {
  const [isOpen, setOpen] = useState(false)
  const queries = useQueryClient()
  const mark = useMutation({
    networkMode: 'always',
    mutationFn: (next: OfficialView['status']) => askShop(`/officials/${id}`, { status: next }),
    onSuccess: async (_answer, next) => {
      await queries.invalidateQueries({ queryKey: ['/officials'] })
      if (next === 'suspended') {
        const undo = { label: 'Hoàn tác', altText: 'Mở lại tài khoản', onClick: () => mark.mutate('active') }
        toast.success('Đã tạm khóa tài khoản', { description: name, action: undo })
      } else toast.info('Đã mở lại tài khoản', { description: name })
    },
    onError: (error) => toast.error('Chưa lưu được', { description: error.message }),
  })
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          variant="secondary"
          isLoading={mark.isPending}
          onClick={() => mark.mutate(status === 'active' ? 'suspended' : 'active')}
        >
          {status === 'active' ? 'Tạm khóa tài khoản' : 'Mở lại tài khoản'}
        </Button>
        {isOpen ? null : (
          <Button size="small" variant="secondary" onClick={() => setOpen(true)}>
            Đặt mật khẩu mới
          </Button>
        )}
      </div>
      {isOpen ? <PasswordForm id={id} onLeave={() => setOpen(false)} /> : null}
    </>
  )
}

function PasswordForm({ id, onLeave }: { id: string; onLeave(): void }) {
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const save = useMutation({
    networkMode: 'always',
    mutationFn: () => askShop(`/officials/${id}`, { password }),
    onSuccess: () => {
      toast.success('Đã đặt mật khẩu mới')
      onLeave()
    },
    onError: (error) => setProblem(error.message),
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    setProblem(null)
    save.mutate()
  }

  return (
    <form onSubmit={submit} className="flex flex-col items-start gap-2" aria-label="Đặt mật khẩu mới" noValidate>
      <LineField
        id={`password-${id}`}
        label="Mật khẩu mới (từ 12 đến 128 ký tự)"
        type="password"
        autoComplete="new-password"
        maxLength={128}
        value={password}
        onChange={setPassword}
      />
      {problem === null ? null : (
        <p role="alert" className="txt-small text-ui-fg-error">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="small" isLoading={save.isPending}>
          Lưu mật khẩu
        </Button>
        <Button type="button" size="small" variant="secondary" onClick={onLeave}>
          Để sau
        </Button>
      </div>
    </form>
  )
}
