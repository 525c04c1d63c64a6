import { Link, type LinkProps } from '@remix-run/react'
import { type ButtonLook, buttonClass } from './button.tsx'

interface LinkButtonProps extends LinkProps {
  look?: ButtonLook
  large?: boolean
}

/** A link to a page that looks like a button. */
export function LinkButton({ look = 'primary', large = false, className = '', ...rest }: LinkButtonProps) {
  return <Link {...rest} className={buttonClass(look, large, className)} />
}
