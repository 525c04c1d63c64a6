import { useEffect, useState } from 'react'
import { inspector } from '#app/i18n/inspector.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatMoment } from '#app/lib/format.ts'
import { provinceName } from '#app/lib/inspector/province-name.ts'
import { API } from '#app/lib/inspector/sync.ts'
import type { Alert, InspectorDesk } from '#app/lib/inspector/types.ts'
import { SelectField } from '../field.tsx'

/** Open signs of copying in the own provinces, by province and by product. */
export function AlertsPanel({ desk, online }: { desk: InspectorDesk; online: boolean }) {
  const t = useT(inspector)
  const locale = useLocale()
  const [province, setProvince] = useState('')
  const [product, setProduct] = useState('')
  const [alerts, setAlerts] = useState<Alert[] | null>(null)
  useEffect(() => {
    if (!online) return
    const asked = new AbortController()
    fetch(`${API}/alerts${province ? `?province=${province}` : ''}`, { signal: asked.signal })
      .then(async (answer) => setAlerts(answer.ok ? ((await answer.json()) as { alerts: Alert[] }).alerts : null))
      .catch(() => undefined)
    return () => asked.abort()
  }, [online, province])
  const products = new Map((alerts ?? []).map((each) => [each.productRef, each.product?.name ?? each.productRef]))
  const shown = (alerts ?? []).filter((each) => product === '' || each.productRef === product)
  return (
    <section className="grid gap-4">
      <h1 className="text-2xl">{t('alertsTitle')}</h1>
      <p>{t('alertsLead')}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          name="alert-province"
          label={t('alertsArea')}
          value={province}
          onChange={(event) => setProvince(event.target.value)}
        >
          <option value="">{t('all')}</option>
          {desk.provinces.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField
          name="alert-product"
          label={t('alertsProduct')}
          value={product}
          onChange={(event) => setProduct(event.target.value)}
        >
          <option value="">{t('all')}</option>
          {[...products].map(([ref, name]) => (
            <option key={ref} value={ref}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      {alerts === null ? <p className="text-muted">{t('alertsAway')}</p> : null}
      {alerts?.length === 0 ? <p className="text-muted">{t('alertsNone')}</p> : null}
      <ul className="grid gap-3">
        {shown.map((alert) => (
          <li key={alert.alertNo} className="card card-body grid gap-1">
            <strong>{alert.product?.name ?? alert.productRef}</strong>
            <span>{alert.product?.producer}</span>
            <span>
              {t(`level_${alert.level}`)} ·{' '}
              {t('alertChecks', { count: alert.checks, date: formatMoment(alert.openedAt, locale) })}
            </span>
            <span className="text-muted">
              {alert.areas
                .map(({ provinceCode, checks }) => `${provinceName(t, desk, provinceCode)}: ${checks}`)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
