import { buttonClass } from '#app/components/button.tsx'
import { journal } from '#app/i18n/journal.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatMoment } from '#app/lib/format.ts'
import { amountText } from '#app/lib/producer/amount-text.ts'
import { receivingPath } from '#app/lib/producer/lot-names.ts'
import type { HandOver } from '#app/lib/producer/types.ts'

/** Goods other producers handed over, each with the way into one's own book; nothing when none wait. */
export function HandOverList({ handOvers }: { handOvers: HandOver[] }) {
  const t = useT(journal)
  if (handOvers.length === 0) return null
  return (
    <section className="grid gap-3 pb-6" aria-labelledby="hang-giao-den">
      <h2 id="hang-giao-den">{t('handOversTitle')}</h2>
      <p className="text-muted">{t('handOversText')}</p>
      <ul className="grid gap-3 md:grid-cols-2">
        {handOvers.map((given) => (
          <HandOverCard key={`${given.stepNo} ${given.lotRef}`} given={given} />
        ))}
      </ul>
    </section>
  )
}

function HandOverCard({ given }: { given: HandOver }) {
  const t = useT(journal)
  const locale = useLocale()
  const { producer, name, lotCode, left, measure, pieceWord, sentAt, recalled } = given
  const when = formatMoment(sentAt, locale)
  return (
    <li className="card grid content-start gap-1 px-4 py-3">
      <p>
        <strong>{name}</strong> <span className="tabular whitespace-nowrap text-muted">{lotCode}</span>
      </p>
      <p className="text-sm">{t('receivedFrom', { name: producer.name })}</p>
      <p className="tabular text-sm text-muted">
        {left === null || measure === null
          ? t('handOverUnweighed', { when })
          : t('handOverLine', { amount: amountText(left, measure, locale, pieceWord), when })}
      </p>
      {recalled ? (
        <p className="text-sm text-warn">{t('handOverRecalled')}</p>
      ) : (
        <p className="pt-1">
          <a
            className={buttonClass('quiet', false)}
            href={receivingPath(given)}
            aria-label={t('receiveOf', { name, producer: producer.name })}
          >
            {t('receive')}
          </a>
        </p>
      )}
    </li>
  )
}
