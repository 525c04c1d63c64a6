import { Link, type LinkProps } from '@remix-run/react'

/** A pill that leads somewhere; `current` marks the one in force. */
export function ChipLink({ current = false, className = '', ...rest }: LinkProps & { current?: boolean }) {
  return <Link {...rest} className={`chip ${className}`} aria-current={current ? 'true' : undefined} />
}
