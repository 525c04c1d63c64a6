import { trust } from '#app/i18n/trust.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import type { BadgeState } from '#app/lib/badge-state.ts'
import { formatDay } from '#app/lib/format.ts'

/** The stars of a product in one line, for lists: gold with the last valid day, or grey words with the day they lapsed. */
export function StarBadge({ state }: { state: BadgeState }) {
  const t = useT(trust)
  const locale = useLocale()
  const day = (value: string | null) => (value ? formatDay(value, locale) : '…')
  if (state.kind === 'valid') {
    return (
      <p className="star-line text-gold-ink">
        <Stars count={state.stars} />
        {state.validTo ? (
          <span className="tabular">
            {t(state.transitional ? 'extendedUntil' : 'until', { date: day(state.validTo) })}
          </span>
        ) : null}
      </p>
    )
  }
  return (
    <p className="star-line star-line-lapsed text-muted">
      <span className="stars stars-none" aria-hidden="true" />
      <span className="tabular">
        {state.kind === 'suspended' ? t('suspended', { date: day(state.since) }) : null}
        {state.kind === 'expired' ? t('expired', { date: day(state.since) }) : null}
        {state.kind === 'revoked' ? t('revoked', { date: day(state.since) }) : null}
        {state.kind === 'not_yet_valid' ? t('notYetValid', { date: day(state.from) }) : null}
        {state.kind === 'none' ? t('none') : null}
      </span>
    </p>
  )
}

/** Five drawn stars of which `count` are gold, read out as "OCOP 4 sao". */
export function Stars({ count }: { count: 3 | 4 | 5 }) {
  const t = useT(trust)
  return <span className={`stars stars-${count}`} role="img" aria-label={t('stars', { stars: count })} />
}
