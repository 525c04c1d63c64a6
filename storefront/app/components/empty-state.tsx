import type { ReactNode } from 'react'
import { EmptyBasket } from './empty-basket.tsx'

/** Shown where a list has nothing: what that means and what to do next. */
export function EmptyState({ title, children, actions }: { title: string; children: ReactNode; actions?: ReactNode }) {
  return (
    <div className="grid justify-items-center gap-3 rounded border border-dashed border-line-strong px-4 py-10 text-center">
      <EmptyBasket />
      <h2>{title}</h2>
      <div className="max-w-[46ch] text-muted">{children}</div>
      {actions ? <div className="mt-2 flex flex-wrap justify-center gap-3">{actions}</div> : null}
    </div>
  )
}
