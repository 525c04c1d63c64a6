import { Button, Text, toast } from '@medusajs/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { askShop } from '../ask-shop'
import { LineField } from './line-field'
import { EMPTY_POST, missingOfPost, PostFields, postBody } from './post-fields'

const NOBODY = { name: '', email: '', phone: '', password: '' }
const SHORTEST_PASSWORD = 12

/** Opens the form that makes an account for an official, with their first post. */
export function NewOfficial() {
  const [isOpen, setOpen] = useState(false)
  return isOpen ? (
    <NewOfficialForm onLeave={() => setOpen(false)} />
  ) : (
    <Button size="small" className="self-start" onClick={() => setOpen(true)}>
      Tạo tài khoản cán bộ
    </Button>
  )
}

function NewOfficialForm({ onLeave }: { onLeave(): void }) {
  const [person, setPerson] = useState(NOBODY)
  const [post, setPost] = useState(EMPTY_POST)
  const [problem, setProblem] = useState<string | null>(null)
  const queries = useQueryClient()
  const create = useMutation({
    networkMode: 'always',
    mutationFn: () =>
      askShop('/officials', {
        name: person.name.trim(),
        email: person.email.trim(),
        phone: person.phone.trim() || null,
        password: person.password,
        posts: [postBody(post)],
      }),
    onSuccess: async () => {
      toast.success('Đã tạo tài khoản', { description: person.email.trim() })
      await queries.invalidateQueries({ queryKey: ['/officials'] })
      onLeave()
    },
    onError: (error) => setProblem(error.message),
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    const missing = missingOfPerson(person) ?? missingOfPost(post)
    setProblem(missing)
    if (missing === null) create.mutate()
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-3" aria-label="Tạo tài khoản cán bộ" noValidate>
      <div className="grid gap-3 sm:grid-cols-2">
        <LineField
          id="official-name"
          label="Họ và tên"
          maxLength={100}
          value={person.name}
          onChange={(name) => setPerson({ ...person, name })}
        />
        <LineField
          id="official-email"
          label="Thư điện tử (tên đăng nhập)"
          type="email"
          autoComplete="off"
          maxLength={254}
          value={person.email}
          onChange={(email) => setPerson({ ...person, email })}
        />
        <LineField
          id="official-phone"
          label="Điện thoại (không bắt buộc)"
          type="tel"
          maxLength={30}
          value={person.phone}
          onChange={(phone) => setPerson({ ...person, phone })}
        />
        <LineField
          id="official-password"
          label="Mật khẩu đầu tiên (ít nhất 12 ký tự)"
          type="password"
          autoComplete="new-password"
          maxLength={128}
          value={person.password}
          onChange={(password) => setPerson({ ...person, password })}
        />
      </div>
      <Text size="small" weight="plus">
        Chức vụ đầu tiên
      </Text>
      <PostFields id="official-first" post={post} onChange={setPost} />
      {problem === null ? null : (
        <p role="alert" className="txt-small text-ui-fg-error">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="small" isLoading={create.isPending}>
          Tạo tài khoản
        </Button>
        <Button type="button" size="small" variant="secondary" onClick={onLeave}>
          Để sau
        </Button>
      </div>
    </form>
  )
}

function missingOfPerson({ name, email, password }: typeof NOBODY): string | null {
  if (name.trim().length < 2) return 'Hãy nhập họ và tên.'
  if (email.trim() === '') return 'Hãy nhập thư điện tử.'
  return password.length < SHORTEST_PASSWORD ? 'Mật khẩu cần ít nhất 12 ký tự.' : null
}
