import { useNavigate } from '@remix-run/react'
import type { MouseEvent, ReactNode } from 'react'

/**
 * A link for long lists: moves inside the browser like `Link`, at a fraction of its cost to render, because it takes
 * absolute paths only and neither resolves nor fetches anything ahead.
 */
export function ListLink({ to, className, children }: { to: `/${string}`; className?: string; children: ReactNode }) {
  const navigate = useNavigate()
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    const asksForNewWindow = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
    if (event.defaultPrevented || asksForNewWindow) return
    event.preventDefault()
    navigate(to)
  }
  return (
    <a href={to} className={className} onClick={follow}>
      {children}
    </a>
  )
}
