import type { Passport } from '@sao-lang/traceability/verify'
import { scan } from '#app/i18n/scan.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { Fact } from './fact.tsx'

/** What the label must say: warnings first, then allergens, storage, use and what is in it. */
export function ProductCare({ product }: { product: Passport['product'] }) {
  const t = useT(scan)
  return (
    <section className="grid gap-3">
      <h2>{t('care')}</h2>
      {product.warning ? (
        <p className="notice notice-warning">
          <strong>{t('warning')}:</strong> {product.warning}
        </p>
      ) : null}
      <dl className="facts">
        <Fact label={t('allergens')}>{product.allergens}</Fact>
        <Fact label={t('ingredients')}>{product.ingredients}</Fact>
        <Fact label={t('storage')}>{product.storage}</Fact>
        <Fact label={t('usage')}>{product.usage}</Fact>
        <Fact label={t('netContent')}>{product.netContent}</Fact>
        <Fact label={t('standard')}>{product.standard}</Fact>
      </dl>
    </section>
  )
}
