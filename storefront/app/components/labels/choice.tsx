import type { ReactNode } from 'react'

interface ChoiceProps {
  type: 'radio' | 'checkbox'
  name: string
  value: string
  checked: boolean
  hint?: string
  children: ReactNode
}

/** One choice of a list, as a row that is easy to hit with a thumb. */
export function Choice({ type, name, value, checked, hint, children }: ChoiceProps) {
  return (
    <label className="choice-row">
      <input type={type} name={name} value={value} defaultChecked={checked} />
      <span>
        <span className="font-semibold">{children}</span>
        {hint ? <span className="field-hint block">{hint}</span> : null}
      </span>
    </label>
  )
}

/** A group of choices under one question. */
export function Choices({ legend, children, error }: { legend: string; children: ReactNode; error?: string | null }) {
  return (
    <fieldset className="choices">
      <legend className="field-label mb-2">{legend}</legend>
      {children}
      {error ? <p className="field-error">{error}</p> : null}
    </fieldset>
  )
}
