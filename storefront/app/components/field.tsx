import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react'
import { shell } from '#app/i18n/shell.ts'
import { useT } from '#app/i18n/use-locale.ts'

interface FieldProps {
  label: string
  hint?: string
  /** A sentence that says what is wrong and what to do. */
  error?: string | null
  /** Shows "không bắt buộc" beside the label. */
  optional?: boolean
}
type Wired<Attributes> = FieldProps & Omit<Attributes, 'id' | 'aria-invalid' | 'aria-describedby'> & { name: string }

/** A one-line text field whose label, hint and error are wired to it. The field's id is `field-<name>`, for error summaries. */
export function TextField(props: Wired<InputHTMLAttributes<HTMLInputElement>>) {
  const { label, hint, error, optional, className, ...input } = props
  return (
    <Field {...{ label, hint, error, optional, className, name: props.name }}>
      {(wiring) => <input type="text" {...input} {...wiring} className="input" />}
    </Field>
  )
}

/** A field of several lines. */
export function TextAreaField(props: Wired<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  const { label, hint, error, optional, className, ...input } = props
  return (
    <Field {...{ label, hint, error, optional, className, name: props.name }}>
      {(wiring) => <textarea rows={3} {...input} {...wiring} className="input" />}
    </Field>
  )
}

/** A choice of one among the `option` elements given as children. */
export function SelectField(props: Wired<SelectHTMLAttributes<HTMLSelectElement>>) {
  const { label, hint, error, optional, className, children, ...input } = props
  return (
    <Field {...{ label, hint, error, optional, className, name: props.name }}>
      {(wiring) => (
        <select {...input} {...wiring} className="input">
          {children}
        </select>
      )}
    </Field>
  )
}

/** The id of the input called `name`, to link to from an error summary. */
export function fieldId(name: string): string {
  return `field-${name}`
}

interface Wiring {
  id: string
  'aria-invalid'?: true
  'aria-describedby'?: string
}

function Field(props: FieldProps & { name: string; className?: string; children: (wiring: Wiring) => ReactNode }) {
  const { label, hint, error, optional, name, className = '', children } = props
  const t = useT(shell)
  const unique = useId()
  const hintId = `${unique}hint`
  const errorId = `${unique}error`
  const describedBy = [hint ? hintId : '', error ? errorId : ''].filter(Boolean).join(' ')
  const wiring: Wiring = {
    id: fieldId(name),
    'aria-invalid': error ? true : undefined,
    'aria-describedby': describedBy || undefined,
  }
  return (
    <div className={`field ${className}`}>
      <label className="field-label" htmlFor={wiring.id}>
        {label}
        {optional ? <span className="field-hint font-normal"> ({t('optional')})</span> : null}
      </label>
      {hint ? (
        <p className="field-hint" id={hintId}>
          {hint}
        </p>
      ) : null}
      {children(wiring)}
      {error ? (
        <p className="field-error" id={errorId}>
          {error}
        </p>
      ) : null}
    </div>
  )
}
