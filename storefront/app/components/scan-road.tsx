import { home } from '#app/i18n/home.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { LinkButton } from './link-button.tsx'

const STATIONS = [
  ['scanCode', 'scanCodeText'],
  ['scanStar', 'scanStarText'],
  ['scanWho', 'scanWhoText'],
  ['scanLot', 'scanLotText'],
] as const

/** What a scan answers, as four stations on one road that ends in the field. */
export function ScanRoad() {
  const t = useT(home)
  return (
    <section className="scan-road">
      <div className="terrace-edge" aria-hidden="true" />
      <div className="wrap grid gap-8 pt-4 pb-12 md:pb-16">
        <header className="grid gap-2">
          <h2>{t('scanTitle')}</h2>
          <p className="max-w-[52ch] text-on-night-muted">{t('scanLead')}</p>
        </header>
        <ol className="road">
          {STATIONS.map(([question, answer]) => (
            <li key={question}>
              <h3>{t(question)}</h3>
              <p className="text-on-night-muted">{t(answer)}</p>
            </li>
          ))}
        </ol>
        <p>
          <LinkButton className="button-on-night" to="/kiem-tra-tem">
            {t('scanAction')}
          </LinkButton>
        </p>
      </div>
    </section>
  )
}
