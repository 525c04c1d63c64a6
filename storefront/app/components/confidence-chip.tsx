import type { Confidence } from '@sao-lang/traceability/verify'
import { trust } from '#app/i18n/trust.ts'
import { useT } from '#app/i18n/use-locale.ts'

/** Who stands behind the claim beside it. */
export function ConfidenceChip({ confidence }: { confidence: Confidence }) {
  const t = useT(trust)
  return <span className={`confidence confidence-${confidence}`}>{t(confidence)}</span>
}
