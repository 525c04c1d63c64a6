import { useLocation } from '@remix-run/react'
import { centre } from '#app/i18n/centre.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { CENTRE_MENU, shopMenu } from '#app/lib/centre/menu.ts'
import { currentEntry } from '#app/lib/official/menu.ts'

/** The centre's own menu: its pages, and those of one shop when that is open. */
export function CentreMenu({ shop }: { shop?: { id: string; name: string } }) {
  const t = useT(centre)
  const { pathname } = useLocation()
  const rows = [CENTRE_MENU, ...(shop ? [shopMenu(shop.id)] : [])]
  return (
    <nav aria-label={t('menu')} className="print-hidden grid pt-2 lg:flex lg:flex-wrap lg:gap-x-5">
      {/* A row scrolls on a phone: four rows of links would push the till out of sight. */}
      {rows.map((row) => (
        <div key={row[0]?.path} className="flex gap-x-5 overflow-x-auto">
          {row.map((entry) => {
            const isHere = entry === currentEntry(pathname, row)
            return (
              <a
                key={entry.path}
                href={entry.path}
                aria-current={isHere ? 'page' : undefined}
                className={`inline-flex min-h-11 shrink-0 items-center ${isHere ? 'font-semibold underline' : 'text-muted hover:underline'}`}
              >
                {t(entry.label)}
              </a>
            )
          })}
        </div>
      ))}
    </nav>
  )
}
