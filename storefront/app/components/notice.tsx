import type { ReactNode } from 'react'
import { shell } from '#app/i18n/shell.ts'
import { useT } from '#app/i18n/use-locale.ts'

const NAMES = { info: 'noticeInfo', warning: 'noticeWarning', success: 'noticeSuccess' } as const

interface NoticeProps {
  kind?: keyof typeof NAMES
  title?: string
  children: ReactNode
  /** True for a message that answers something the visitor just did; it is then read out. */
  live?: boolean
}

/** A message set apart from the text; its kind is said in words for those who do not see the colour. */
export function Notice({ kind = 'info', title, children, live = false }: NoticeProps) {
  const t = useT(shell)
  return (
    <div className={`notice notice-${kind}`} role={live ? 'status' : undefined}>
      <span className="sr-only">{t(NAMES[kind])}: </span>
      {title ? <p className="font-semibold">{title}</p> : null}
      {children}
    </div>
  )
}
