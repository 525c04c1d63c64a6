import { deskFrame } from '#app/i18n/desk-frame.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { Theme } from '#app/lib/theme.ts'
import { ThemeForm } from '../preference-forms.tsx'

/** The bottom of producers' pages: the theme, and the way back to the shop. */
export function DeskFooter({ theme }: { theme: Theme }) {
  const t = useT(deskFrame)
  return (
    <footer className="desk-footer">
      <div className="wrap flex flex-wrap items-center justify-between gap-x-6">
        <ThemeForm theme={theme} />
        <a href="/" className="inline-flex min-h-11 items-center underline underline-offset-4">
          {t('toShop')}
        </a>
      </div>
    </footer>
  )
}
