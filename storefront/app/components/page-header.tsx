import type { ReactNode } from 'react'

/** The one h1 of a page, with an optional line above it and sentence below it. */
export function PageHeader(props: { title: ReactNode; eyebrow?: ReactNode; lead?: ReactNode; children?: ReactNode }) {
  return (
    <header className="grid gap-2 pt-4 pb-6 md:pt-6 md:pb-8">
      {props.eyebrow ? <p className="eyebrow">{props.eyebrow}</p> : null}
      <h1>{props.title}</h1>
      {props.lead ? <p className="max-w-[60ch] text-lg text-muted">{props.lead}</p> : null}
      {props.children}
    </header>
  )
}
