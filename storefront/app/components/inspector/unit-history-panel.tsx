import { useState } from 'react'
import { inspector } from '#app/i18n/inspector.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay, formatMoment } from '#app/lib/format.ts'
import { provinceName } from '#app/lib/inspector/province-name.ts'
import { API } from '#app/lib/inspector/sync.ts'
import type { InspectorDesk, UnitHistory } from '#app/lib/inspector/types.ts'
import { Button } from '../button.tsx'
import { useSay } from '../labels/label-words.ts'

const VERDICTS = {
  genuine: 'vGenuine',
  not_issued_here: 'vNotIssued',
  void: 'vVoid',
  expired_recognition: 'vExpired',
  recalled: 'vRecalled',
  suspect: 'vSuspect',
} as const

interface UnitHistoryPanelProps {
  desk: InspectorDesk
  code: string
  online: boolean
}

/** The register's whole history of one code, when somebody asks and there is a network. */
export function UnitHistoryPanel({ desk, code, online }: UnitHistoryPanelProps) {
  const t = useT(inspector)
  const say = useSay()
  const locale = useLocale()
  const [history, setHistory] = useState<UnitHistory | 'away' | null>(null)

  async function ask(): Promise<void> {
    const answer = await fetch(`${API}/units/${encodeURIComponent(code)}`).catch(() => null)
    setHistory(answer?.ok ? ((await answer.json()) as UnitHistory) : 'away')
  }

  if (history === null || history === 'away') {
    return (
      <div className="grid gap-3">
        <Button type="button" look="quiet" disabled={!online} onClick={() => void ask()}>
          {t('askHistory')}
        </Button>
        {history === 'away' ? (
          <p className="notice notice-warning" role="alert">
            {t('historyAway')}
          </p>
        ) : null}
      </div>
    )
  }
  const { verdict, scans, changes, alerts } = history
  return (
    <section className="card card-body grid gap-3">
      <h2>{t('historyTitle')}</h2>
      <p>
        {t('historyVerdict')}: <strong>{t(VERDICTS[verdict.verdict])}</strong>
        {verdict.passport ? ` · ${verdict.passport.product.name.vi}` : ''}
      </p>
      <h3 className="text-base">{t('historyScans')}</h3>
      {scans.length === 0 ? <p className="text-muted">{t('historyNoScans')}</p> : null}
      <ul className="grid gap-1">
        {scans.map(({ day, provinceCode, checks }) => (
          <li key={`${day} ${provinceCode}`}>
            {t('scanLine', {
              day: formatDay(day, locale),
              count: checks,
              place: provinceName(t, desk, provinceCode),
            })}
          </li>
        ))}
      </ul>
      {changes.length > 0 ? <h3 className="text-base">{t('historyChanges')}</h3> : null}
      <ul className="grid gap-1">
        {changes.map(({ at, action, done, note }) => (
          <li key={`${at} ${action}`}>
            {formatMoment(at, locale)}: {say(`action_${action}`)}
            {done ? '' : ` (${t('refusedChange')})`}
            {note === null ? '' : ` · ${note}`}
          </li>
        ))}
      </ul>
      <ul className="grid gap-1">
        {alerts.map((alert) => (
          <li key={alert.alertNo} className="notice notice-warning">
            {t(`level_${alert.level}`)}:{' '}
            {t('alertChecks', { count: alert.checks, date: formatMoment(alert.openedAt, locale) })}
          </li>
        ))}
      </ul>
    </section>
  )
}
