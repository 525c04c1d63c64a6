import type { ButtonHTMLAttributes } from 'react'

export type ButtonLook = 'primary' | 'quiet' | 'urgent' | 'warn'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: ButtonLook
  large?: boolean
}

/** A button that submits its form, unless `type` says otherwise. One primary button a screen. */
export function Button({ look = 'primary', large = false, className = '', type = 'submit', ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={buttonClass(look, large, className)} />
}

/** The classes of a button, for elements that look like one. */
export function buttonClass(look: ButtonLook, large: boolean, className = ''): string {
  return `button button-${look}${large ? ' button-large' : ''} ${className}`.trimEnd()
}
