import { Button, Container, Heading, InlineTip } from '@medusajs/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { askShop } from '../ask-shop'
import { ChoiceField } from './choice-field'
import { LineField } from './line-field'

const EMPTY = {
  name: '',
  payee: 'platform',
  basis: 'percent',
  measure: '',
  min: '',
  max: '',
  scope: 'all',
  scopeId: '',
  position: '100',
  group: '',
  shipping: '',
  from: '',
  to: '',
}
const TEXTS = [
  ['name', 'Tên quy tắc', 'text'],
  ['measure', 'Tỷ lệ (%) hoặc số tiền (đ)', 'text'],
  ['min', 'Ít nhất mỗi dòng (đ)', 'number'],
  ['max', 'Nhiều nhất mỗi dòng (đ)', 'number'],
  ['scopeId', 'Mã đối tượng áp dụng', 'text'],
  ['position', 'Thứ tự áp dụng', 'number'],
  ['group', 'Nhóm chỉ áp dụng một', 'text'],
  ['shipping', 'Phần của phí giao hàng (%)', 'text'],
  ['from', 'Từ ngày', 'date'],
  ['to', 'Đến hết ngày', 'date'],
] as const

/** A form for a new rule; it counts for sales from its first day on, tomorrow at the earliest. */
export function NewCommissionRule() {
  const queries = useQueryClient()
  const [typed, setTyped] = useState(EMPTY)
  const add = useMutation({
    mutationFn: () => askShop('/commission-rules', ruleOf(typed)),
    onSuccess: async () => {
      setTyped(EMPTY)
      await queries.invalidateQueries({ queryKey: ['/commission-rules'] })
    },
    networkMode: 'always',
  })
  const set = (field: keyof typeof EMPTY) => (value: string) => setTyped({ ...typed, [field]: value })
  return (
    <Container>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          add.mutate()
        }}
      >
        <Heading level="h2">Thêm quy tắc hoa hồng</Heading>
        <div className="grid gap-3 sm:grid-cols-3">
          <ChoiceField
            id="rule-payee"
            label="Ai hưởng"
            placeholder="Chọn"
            choices={[
              ['platform', 'Sàn'],
              ['centre', 'Trung tâm bán hộ'],
            ]}
            value={typed.payee}
            onChange={set('payee')}
          />
          <ChoiceField
            id="rule-basis"
            label="Cách tính"
            placeholder="Chọn"
            choices={[
              ['percent', 'Phần trăm tiền hàng'],
              ['per_unit', 'Số tiền mỗi sản phẩm'],
              ['per_order', 'Số tiền mỗi đơn'],
            ]}
            value={typed.basis}
            onChange={set('basis')}
          />
          <ChoiceField
            id="rule-scope"
            label="Áp dụng cho"
            placeholder="Chọn"
            choices={[
              ['all', 'Tất cả'],
              ['sector', 'Một nhóm sản phẩm'],
              ['producer', 'Một chủ thể'],
              ['centre', 'Một trung tâm'],
              ['product', 'Một sản phẩm'],
            ]}
            value={typed.scope}
            onChange={set('scope')}
          />
          {TEXTS.map(([field, label, type]) => (
            <LineField
              key={field}
              id={`rule-${field}`}
              label={label}
              type={type}
              value={typed[field]}
              onChange={set(field)}
              required={field === 'name' || field === 'measure' || field === 'from'}
              disabled={field === 'scopeId' && typed.scope === 'all'}
            />
          ))}
        </div>
        {add.error ? (
          <div role="alert">
            <InlineTip variant="error" label="Chưa thêm được">
              {add.error.message}
            </InlineTip>
          </div>
        ) : null}
        <div>
          <Button size="small" type="submit" isLoading={add.isPending}>
            Thêm quy tắc
          </Button>
        </div>
      </form>
    </Container>
  )
}

/** `2,5` percent are 250 basis points. */
function pointsOf(text: string): number {
  return Math.round(Number(text.replace(',', '.')) * 100)
}

function ruleOf(typed: typeof EMPTY): Record<string, unknown> {
  const percent = typed.basis === 'percent'
  const amount = (text: string) => (text.trim() === '' ? null : Number(text))
  return {
    name: typed.name,
    payee: typed.payee,
    basis: typed.basis,
    basisPoints: percent ? pointsOf(typed.measure) : null,
    amount: percent ? null : Number(typed.measure),
    minAmount: amount(typed.min),
    maxAmount: amount(typed.max),
    shippingBasisPoints: typed.shipping.trim() === '' ? 0 : pointsOf(typed.shipping),
    scope: typed.scope,
    scopeId: typed.scope === 'all' ? null : typed.scopeId.trim(),
    position: Number(typed.position),
    exclusiveGroup: typed.group.trim() === '' ? null : typed.group.trim(),
    from: typed.from,
    to: typed.to === '' ? null : typed.to,
  }
}
