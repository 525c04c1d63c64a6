import { Label, Select } from '@medusajs/ui'

/** A labelled choice of one from a list. */
export function ChoiceField({
  id,
  label,
  choices,
  value,
  placeholder,
  disabled = false,
  onChange,
}: {
  id: string
  label: string
  choices: readonly (readonly [value: string, word: string])[]
  value: string
  placeholder: string
  disabled?: boolean
  onChange(value: string): void
}) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <Label htmlFor={id} size="small">
        {label}
      </Label>
      <Select value={value} onValueChange={onChange} disabled={disabled}>
        <Select.Trigger id={id}>
          <Select.Value placeholder={placeholder} />
        </Select.Trigger>
        <Select.Content>
          {choices.map(([each, word]) => (
            <Select.Item key={each} value={each}>
              {word}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </div>
  )
}
