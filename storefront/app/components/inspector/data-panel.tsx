import { inspector } from '#app/i18n/inspector.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { BundleState } from '#app/lib/inspector/refresh-bundles.ts'
import { Button } from '../button.tsx'
import { BundleAgeLine } from './bundle-age.tsx'

interface DataPanelProps {
  state: BundleState
  online: boolean
  updating: boolean
  /** The page itself is kept for offline use. */
  kept: boolean
  onUpdate: () => void
}

/** What the phone carries, of when it is, and the way to a newer one. */
export function DataPanel({ state, online, updating, kept, onUpdate }: DataPanelProps) {
  const t = useT(inspector)
  return (
    <section className="grid gap-4">
      <h1 className="text-2xl">{t('dataTitle')}</h1>
      <p>{t('dataLead')}</p>
      <p role="status">{t(kept ? 'ready' : 'notReady')}</p>
      {state.problem ? (
        <p className="notice notice-warning" role="alert">
          {t('dataProblem', { problem: state.problem })}
        </p>
      ) : null}
      <ul className="grid gap-3 sm:grid-cols-2">
        {state.bundles.map((bundle) => (
          <li key={bundle.manifest.provinceCode} className="card card-body grid gap-1.5">
            <strong>{bundle.manifest.provinceName}</strong>
            <span>
              {t('dataLine', {
                products: bundle.products.length,
                recalls: bundle.recalls.length,
                batches: bundle.batches.length,
              })}
            </span>
            <BundleAgeLine bundles={[bundle]} online={online} />
            <span className="text-sm text-muted">
              {t('edition', { edition: bundle.manifest.edition.slice(0, 12) })}
            </span>
          </li>
        ))}
      </ul>
      <Button type="button" large disabled={!online || updating} onClick={onUpdate}>
        {t(updating ? 'updating' : 'update')}
      </Button>
    </section>
  )
}
