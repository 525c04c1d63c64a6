import type { InspectionBundle, InspectionVerdict } from '@sao-lang/traceability/verify'
import { useEffect, useState } from 'react'
import { inspector } from '#app/i18n/inspector.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { InspectorDesk } from '#app/lib/inspector/types.ts'
import { useInspector } from '#app/lib/inspector/use-inspector.ts'
import { AlertsPanel } from './alerts-panel.tsx'
import { BundleAgeLine } from './bundle-age.tsx'
import { CheckPanel } from './check-panel.tsx'
import { DataPanel } from './data-panel.tsx'
import { RecordForm, type RecordSubject } from './record-form.tsx'
import { RecordsPanel } from './records-panel.tsx'

const TABS = [
  ['#tra', 'tabCheck'],
  ['#bien-ban', 'tabRecords'],
  ['#canh-bao', 'tabAlerts'],
  ['#du-lieu', 'tabData'],
] as const

/** The inspectors' whole app on one page: its places are parts of the address that need no network. */
export function InspectorApp({ desk }: { desk: InspectorDesk }) {
  const t = useT(inspector)
  const phone = useInspector(desk)
  const [tab, setTab] = useState<string>('#tra')
  const [subject, setSubject] = useState<RecordSubject | null>(null)
  const [saved, setSaved] = useState(false)
  useEffect(() => {
    const follow = () => {
      setTab(TABS.some(([hash]) => hash === location.hash) ? location.hash : '#tra')
      setSubject(null)
      setSaved(false)
    }
    follow()
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])

  const bundles = phone.data?.bundles ?? []
  const begin = (text: string, verdict: InspectionVerdict) => {
    setSaved(false)
    setSubject({ text, verdict, edition: editionFor(bundles, verdict) })
    scrollTo(0, 0)
  }
  return (
    <div className="wrap grid gap-5 pt-4 pb-10">
      <nav aria-label={t('menu')} className="desk-nav">
        <ul>
          {TABS.map(([hash, label]) => (
            <li key={hash}>
              <a href={hash} aria-current={tab === hash ? 'page' : undefined}>
                {t(label)}
                {hash === '#bien-ban' && phone.waiting.length > 0 ? ` (${phone.waiting.length})` : ''}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {phone.failed ? (
        <p className="notice notice-warning" role="alert">
          {t('storeFailed')}
        </p>
      ) : phone.data === null ? (
        <p role="status">{t('loading')}</p>
      ) : (
        <BundleAgeLine bundles={bundles} online={phone.online} />
      )}
      {saved ? (
        <p className="notice notice-success" role="status">
          {t('saved')}
        </p>
      ) : null}
      {subject ? (
        <RecordForm
          desk={desk}
          subject={subject}
          onSave={(draft, photos) => {
            void phone.save(draft, photos).then(() => {
              setSubject(null)
              setSaved(true)
              scrollTo(0, 0)
            })
          }}
          onCancel={() => setSubject(null)}
        />
      ) : tab === '#bien-ban' ? (
        <RecordsPanel
          waiting={phone.waiting}
          online={phone.online}
          end={phone.end}
          onSend={(retry) => void phone.send(retry)}
        />
      ) : tab === '#canh-bao' ? (
        <AlertsPanel desk={desk} online={phone.online} />
      ) : tab === '#du-lieu' && phone.data ? (
        <DataPanel
          state={phone.data}
          online={phone.online}
          updating={phone.updating}
          kept={phone.kept}
          onUpdate={() => void phone.update()}
        />
      ) : (
        <CheckPanel
          desk={desk}
          bundles={bundles}
          online={phone.online}
          onLookUp={(text, verdict) => void phone.lookUp(text, verdict)}
          onRecord={begin}
        />
      )}
    </div>
  )
}

function editionFor(bundles: readonly InspectionBundle[], verdict: InspectionVerdict): string | null {
  const own = bundles.find(({ manifest }) => manifest.provinceName === verdict.provinceName) ?? bundles[0]
  return own?.manifest.edition ?? null
}
