import { ChipLink } from '#app/components/chip-link.tsx'
import { evaluation } from '#app/i18n/evaluation.ts'
import { useT } from '#app/i18n/use-locale.ts'

const PLACES = [
  ['/can-bo/danh-gia', 'listTitle'],
  ['/can-bo/dot', 'toRounds'],
  ['/can-bo/hoi-dong', 'toCouncils'],
  ['/can-bo/phien', 'toSittings'],
  ['/can-bo/tinh-lai', 'toReplay'],
] as const

/** The places of the council's work, side by side. */
export function CouncilLinks({ current }: { current: (typeof PLACES)[number][0] }) {
  const t = useT(evaluation)
  return (
    <nav aria-label={t('sections')} className="chip-row pb-4">
      {PLACES.map(([to, label]) => (
        <ChipLink key={to} to={to} reloadDocument current={to === current}>
          {t(label)}
        </ChipLink>
      ))}
    </nav>
  )
}
