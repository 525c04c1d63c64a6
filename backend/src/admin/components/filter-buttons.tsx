import { Button } from '@medusajs/ui'

/** A row of buttons of which one is pressed; on a phone they wrap. */
export function FilterButtons<Value extends string>({
  label,
  choices,
  value,
  onChange,
}: {
  label: string
  choices: readonly (readonly [value: Value, word: string])[]
  value: NoInfer<Value>
  onChange(value: NoInfer<Value>): void
}) {
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="sr-only">{label}</legend>
      {choices.map(([each, word]) => (
        <Button
          key={each}
          size="small"
          variant={each === value ? 'primary' : 'secondary'}
          aria-pressed={each === value}
          onClick={() => onChange(each)}
        >
          {word}
        </Button>
      ))}
    </fieldset>
  )
}
