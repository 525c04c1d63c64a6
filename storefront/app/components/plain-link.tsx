import { useNavigate } from '@remix-run/react'
import type { AnchorHTMLAttributes, MouseEvent } from 'react'

interface PlainLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'onClick' | 'target'> {
  /** A path of this site from its root; nothing is resolved. */
  to: `/${string}`
  /** True to fetch the code of the page ahead; once for all links to the same kind of page is enough. */
  discover?: boolean
}

/**
 * A link for long lists and for the frame: moves inside the browser like `Link`, at a fraction of its cost to render,
 * because it resolves nothing.
 */
export function PlainLink({ to, discover, children, ...rest }: PlainLinkProps) {
  const navigate = useNavigate()
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    const asksForNewWindow = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
    if (event.defaultPrevented || asksForNewWindow) return
    event.preventDefault()
    navigate(to)
  }
  return (
    <a {...rest} href={to} onClick={follow} data-discover={discover || undefined}>
      {children}
    </a>
  )
}
