import type { ReactNode } from 'react'
import { agreement as words } from '#app/i18n/agreement.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { ofHundredThousand, writtenShare } from '#app/lib/agreement/share.ts'
import type { Agreement } from '#app/lib/agreement/types.ts'
import { formatDay, formatMoney } from '#app/lib/format.ts'

/** One agreement as a side reads it, with what it means in money; `children` are what can be done with it. */
export function AgreementCard(props: { agreement: Agreement; reader: 'centre' | 'producer'; children?: ReactNode }) {
  const { agreement, reader, children } = props
  const t = useT(words)
  const locale = useLocale()
  const { shareBps, firstDay, lastDay, standing, products } = agreement
  const money = ofHundredThousand(shareBps)
  const from = formatDay(firstDay, locale)
  const standingText = [
    t(`standing_${standing}`),
    standing === 'active' && agreement.closing ? t('closing') : '',
    agreement.sample ? t('sample') : '',
  ]
  return (
    <li className="card card-body grid gap-3" id={agreement.id}>
      <div className="min-w-0">
        <h2 className="text-lg break-words">{(reader === 'centre' ? agreement.producer : agreement.centre).name}</h2>
        <p className="text-muted">{standingText.filter(Boolean).join(' · ')}</p>
      </div>
      <p className="font-semibold">{t('share', { percent: writtenShare(shareBps, locale) })}</p>
      <p>
        {t(reader === 'centre' ? 'exampleCentre' : 'exampleProducer', {
          centre: formatMoney(money.centre, locale),
          producer: formatMoney(money.producer, locale),
        })}
      </p>
      <p>{lastDay === null ? t('daysFrom', { from }) : t('daysTo', { from, to: formatDay(lastDay, locale) })}</p>
      {products === null ? (
        <p>{t('allProducts')}</p>
      ) : (
        <ul className="list-disc pl-5">
          {products.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
      )}
      {agreement.note ? <p className="break-words">{t('note', { note: agreement.note })}</p> : null}
      {agreement.reason ? <p className="break-words">{t('reason', { reason: agreement.reason })}</p> : null}
      {children}
    </li>
  )
}
