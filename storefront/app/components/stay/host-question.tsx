import { Day } from '#app/components/day.tsx'
import { hostStays as words } from '#app/i18n/host-stays.ts'
import { stays } from '#app/i18n/stays.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { HostStayView } from '#app/lib/stays/types.ts'
import { StayGuests } from './stay-days.tsx'

/** Who asks, for how many, how to reach them, and whether there is room. */
export function HostQuestion({ stay }: { stay: HostStayView }) {
  const t = useT(words)
  const tStays = useT(stays)
  const waits = stay.state === 'asked' || stay.state === 'offered'
  return (
    <section className="grid gap-3">
      <h2 className="text-lg">{t('asked')}</h2>
      <dl className="facts">
        <dt>{tStays('guests')}</dt>
        <dd>
          <StayGuests stay={stay} />, {stay.nights > 0 ? tStays('nights', { count: stay.nights }) : tStays('oneDay')}
        </dd>
        {stay.name ? (
          <>
            <dt>{t('guest')}</dt>
            <dd className="break-words">{stay.name}</dd>
          </>
        ) : null}
        {stay.phone ? (
          <>
            <dt>{t('phone')}</dt>
            <dd>
              <a className="link tabular" href={`tel:${stay.phone}`}>
                {stay.phone}
              </a>
            </dd>
          </>
        ) : null}
        {stay.email ? (
          <>
            <dt>{t('email')}</dt>
            <dd className="break-all">
              <a className="link" href={`mailto:${stay.email}`}>
                {stay.email}
              </a>
            </dd>
          </>
        ) : null}
        {stay.note ? (
          <>
            <dt>{t('note')}</dt>
            <dd className="break-words whitespace-pre-line">{stay.note}</dd>
          </>
        ) : null}
        <dt>{tStays('askedAt')}</dt>
        <dd>
          <Day value={stay.askedAt} moment />
        </dd>
      </dl>
      {waits && stay.freeGuests !== null ? (
        <p className={stay.freeGuests === 0 ? 'font-semibold text-warn' : 'font-semibold'}>
          {stay.freeGuests === 0 ? t('freeNone') : t('free', { count: stay.freeGuests })}
        </p>
      ) : null}
      <p className="text-sm text-muted">{stay.erased ? tStays('erased') : t('contactUse')}</p>
    </section>
  )
}
