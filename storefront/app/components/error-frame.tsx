import type { ReactNode } from 'react'
import { shell } from '#app/i18n/shell.ts'
import { useT } from '#app/i18n/use-locale.ts'

/** How every page that failed looks: what happened, what to do (`children`: ways on), and the id to quote. Never details. */
export function ErrorFrame({
  status,
  title,
  text,
  requestId,
  search = null,
  children,
}: {
  status: number
  title: string
  text: string
  requestId: string | null
  search?: ReactNode
  children: ReactNode
}) {
  const t = useT(shell)
  return (
    <div className="wrap grid justify-items-start gap-4 py-10 md:py-16">
      <p className="eyebrow tabular">{status}</p>
      <h1>{title}</h1>
      <p className="max-w-[56ch] text-lg text-muted">{text}</p>
      {search}
      <div className="flex flex-wrap gap-3 pt-2">{children}</div>
      {requestId ? (
        <p className="pt-4 text-sm break-all text-muted">
          {t('requestId')}: <code>{requestId}</code>
        </p>
      ) : null}
    </div>
  )
}
