import type { Passport } from '@sao-lang/traceability/verify'
import { ConfidenceChip } from '#app/components/confidence-chip.tsx'
import { scan } from '#app/i18n/scan.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { Fact } from './fact.tsx'

/** What the label must say: warnings first, then allergens, storage, use and what is in it. */
export function ProductCare({ product }: { product: Passport['product'] }) {
  const t = useT(scan)
  const { warning, allergens, ingredients, storage, usage, netContent, standard } = product
  if (![warning, allergens, ingredients, storage, usage, netContent, standard].some(Boolean)) return null
  return (
    <section className="grid gap-3">
      <h2 className="flex flex-wrap items-center gap-x-2">
        {t('care')} <ConfidenceChip confidence="self_declared" />
      </h2>
      {warning ? (
        <p className="notice notice-warning">
          <strong>{t('warning')}:</strong> {warning}
        </p>
      ) : null}
      <dl className="facts">
        <Fact label={t('allergens')}>{allergens}</Fact>
        <Fact label={t('ingredients')}>{ingredients}</Fact>
        <Fact label={t('storage')}>{storage}</Fact>
        <Fact label={t('usage')}>{usage}</Fact>
        <Fact label={t('netContent')}>{netContent}</Fact>
        <Fact label={t('standard')}>{standard}</Fact>
      </dl>
    </section>
  )
}
