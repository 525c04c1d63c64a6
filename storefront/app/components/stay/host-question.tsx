import { Day } from '#app/components/day.tsx'
import { Fact } from '#app/components/scan/fact.tsx'
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
        <Fact label={tStays('guests')}>
          <StayGuests stay={stay} />, {stay.nights > 0 ? tStays('nights', { count: stay.nights }) : tStays('oneDay')}
        </Fact>
        <Fact label={t('guest')}>{stay.name}</Fact>
        <Fact label={t('phone')}>
          {stay.phone ? (
            <a className="link tabular" href={`tel:${stay.phone}`}>
              {stay.phone}
            </a>
          ) : null}
        </Fact>
        <Fact label={t('email')}>
          {stay.email ? (
            <a className="link break-all" href={`mailto:${stay.email}`}>
              {stay.email}
            </a>
          ) : null}
        </Fact>
        <Fact label={t('note')}>
          {stay.note ? <span className="break-words whitespace-pre-line">{stay.note}</span> : null}
        </Fact>
        <Fact label={tStays('askedAt')}>
          <Day value={stay.askedAt} moment />
        </Fact>
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
