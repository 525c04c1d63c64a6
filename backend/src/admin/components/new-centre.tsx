import { Button, Text, toast } from '@medusajs/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { askShop } from '../ask-shop'
import { ChoiceField } from './choice-field'
import { LineField } from './line-field'

const NOTHING = { provinceCode: '', name: '', unit: '', phone: '', email: '' }

/** Opens the form that enters a promotion centre; its people get their posts on the page of officials. */
export function NewCentre() {
  const [isOpen, setOpen] = useState(false)
  return isOpen ? (
    <NewCentreForm onLeave={() => setOpen(false)} />
  ) : (
    <Button size="small" className="self-start" onClick={() => setOpen(true)}>
      Thêm trung tâm
    </Button>
  )
}

function NewCentreForm({ onLeave }: { onLeave(): void }) {
  const [centre, setCentre] = useState(NOTHING)
  const [problem, setProblem] = useState<string | null>(null)
  const queries = useQueryClient()
  const { data: places } = useQuery({
    queryKey: ['/places'],
    queryFn: () => askShop<{ provinces: { code: string; name: string }[] }>('/places'),
  })
  const create = useMutation({
    networkMode: 'always',
    mutationFn: () =>
      askShop('/promotion-centres', {
        ...{ provinceCode: centre.provinceCode, name: centre.name.trim(), unit: centre.unit.trim() },
        ...{ phone: centre.phone.trim() || null, email: centre.email.trim() || null },
      }),
    onSuccess: async () => {
      toast.success('Đã thêm trung tâm', { description: centre.name.trim() })
      await queries.invalidateQueries({ queryKey: ['/promotion-centres'] })
      onLeave()
    },
    onError: (error) => setProblem(error.message),
  })
  function submit(event: FormEvent) {
    event.preventDefault()
    const missing = !centre.provinceCode
      ? 'Hãy chọn tỉnh.'
      : centre.name.trim().length < 2 || centre.unit.trim().length < 2
        ? 'Hãy ghi tên trung tâm và đơn vị chủ quản.'
        : null
    setProblem(missing)
    if (missing === null) create.mutate()
  }
  const field = (key: 'name' | 'unit' | 'phone' | 'email', label: string, maxLength: number, type = 'text') => (
    <LineField
      {...{ id: `centre-${key}`, label, maxLength, type }}
      value={centre[key]}
      onChange={(value) => setCentre({ ...centre, [key]: value })}
    />
  )
  return (
    <form onSubmit={submit} className="flex flex-col gap-3" aria-label="Thêm trung tâm" noValidate>
      <div className="grid gap-3 sm:grid-cols-2">
        {field('name', 'Tên trung tâm', 200)}
        {field('unit', 'Đơn vị chủ quản', 200)}
        <ChoiceField
          id="centre-province"
          label="Tỉnh"
          placeholder="Chọn tỉnh"
          choices={(places?.provinces ?? []).map(({ code, name }) => [code, name] as const)}
          value={centre.provinceCode}
          onChange={(provinceCode) => setCentre({ ...centre, provinceCode })}
        />
        {field('phone', 'Điện thoại (không bắt buộc)', 30, 'tel')}
        {field('email', 'Thư điện tử (không bắt buộc)', 254, 'email')}
      </div>
      {problem ? (
        <Text size="small" className="text-ui-fg-error" role="alert">
          {problem}
        </Text>
      ) : null}
      <div className="flex gap-2">
        <Button type="submit" size="small" isLoading={create.isPending}>
          Thêm trung tâm
        </Button>
        <Button type="button" size="small" variant="secondary" onClick={onLeave}>
          Thôi
        </Button>
      </div>
    </form>
  )
}
