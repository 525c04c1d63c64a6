import { journal } from '#app/i18n/journal.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { amountText } from '#app/lib/producer/amount-text.ts'
import type { LotLine } from '#app/lib/producer/types.ts'

type StatedLot = Pick<LotLine, 'amount' | 'left' | 'measure' | 'quantity' | 'recall' | 'withdrawn'>

/** How much is left of a lot, in a line. */
export function LotLeft({ lot }: { lot: StatedLot }) {
  const t = useT(journal)
  const locale = useLocale()
  if (lot.amount === null || lot.left === null || lot.measure === null) return <>{t('notWeighed')}</>
  if (lot.left === 0) return <>{t('usedUp')}</>
  const piece = lot.quantity?.unit ?? 'cái'
  const left = amountText(lot.left, lot.measure, locale, piece)
  if (lot.left === lot.amount) return <>{t('left', { amount: left })}</>
  return <>{t('leftOf', { left, amount: amountText(lot.amount, lot.measure, locale, piece) })}</>
}

/** What is the matter with a lot, if anything. */
export function LotMarks({ lot }: { lot: StatedLot }) {
  const t = useT(journal)
  if (lot.recall) return <span className="mark mark-warn">{t('recalled')}</span>
  return lot.withdrawn ? <span className="mark">{t('withdrawn')}</span> : null
}
