import { Input, Label } from '@medusajs/ui'
import type { ComponentProps } from 'react'

/** A labelled field of one line. */
export function LineField({
  id,
  label,
  value,
  onChange,
  ...input
}: {
  id: string
  label: string
  value: string
  onChange(value: string): void
} & Omit<ComponentProps<typeof Input>, 'id' | 'value' | 'onChange'>) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <Label htmlFor={id} size="small">
        {label}
      </Label>
      <Input id={id} value={value} onChange={(event) => onChange(event.target.value)} {...input} />
    </div>
  )
}
