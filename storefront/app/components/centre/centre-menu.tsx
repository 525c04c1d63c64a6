import { NavLink } from '@remix-run/react'
import { centre } from '#app/i18n/centre.ts'
import { useT } from '#app/i18n/use-locale.ts'

/** The centre's own menu: its pages, and those of one shop when that is open. */
export function CentreMenu({ shop }: { shop?: { id: string; name: string } }) {
  const t = useT(centre)
  const base = '/can-bo/trung-tam'
  const rows = [
    [
      { to: base, label: t('overview') },
      { to: `${base}/doanh-so`, label: t('report') },
      { to: `${base}/doi-soat`, label: t('statements') },
      { to: `${base}/thoa-thuan`, label: t('agreements') },
    ],
    shop
      ? [
          { to: `${base}/${shop.id}/quay`, label: t('till') },
          { to: `${base}/${shop.id}`, label: t('stock') },
          { to: `${base}/${shop.id}/phieu`, label: t('papers') },
          { to: `${base}/${shop.id}/chot`, label: t('close') },
          { to: `${base}/${shop.id}/kiem-ke`, label: t('count') },
        ]
      : [],
  ].filter((row) => row.length > 0)
  return (
    <nav aria-label={t('menu')} className="print-hidden grid pt-2 lg:flex lg:gap-x-5">
      {/* A row scrolls on a phone: four rows of links would push the till out of sight. */}
      {rows.map((row) => (
        <div key={row[0]?.to} className="flex gap-x-5 overflow-x-auto">
          {row.map(({ to, label }) => (
            <NavLink
              key={to}
              to={to}
              end
              reloadDocument
              className={({ isActive }) =>
                `inline-flex min-h-11 shrink-0 items-center ${isActive ? 'font-semibold underline' : 'text-muted hover:underline'}`
              }
            >
              {label}
            </NavLink>
          ))}
        </div>
      ))}
    </nav>
  )
}
