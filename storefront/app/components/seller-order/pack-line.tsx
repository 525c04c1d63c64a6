import { sellerOrders } from '#app/i18n/seller-orders.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay } from '#app/lib/format.ts'
import type { PackingLine } from '#app/lib/orders/types.ts'
import { SelectField, TextField } from '../field.tsx'
import { Notice } from '../notice.tsx'

/** One line to pack: how many, from which lots by the rule, and the way to take another with a reason. */
export function PackLine({ line, values }: { line: PackingLine; values?: Record<string, string> }) {
  const t = useT(sellerOrders)
  const locale = useLocale()
  const given = line.lots.filter((lot) => lot.given > 0)
  // Lots of a gift set are of several goods; the rule alone chooses them.
  const others = line.parts.length > 0 ? [] : line.lots.filter((lot) => lot.unfit === null)
  const titleOf = (productId: string) => line.parts.find((part) => part.productId === productId)?.title
  const eachOf = (productId: string) =>
    line.parts.filter((part) => part.productId === productId).reduce((sum, part) => sum + part.each, 0) || 1
  const named = (lot: PackingLine['lots'][number]) =>
    `${[titleOf(lot.productId), lot.lotCode].filter(Boolean).join(': ')}${lot.bestBefore ? t('lotUntil', { day: formatDay(lot.bestBefore, locale) }) : ''}`
  return (
    <section className="card card-body grid gap-3">
      <h2 className="text-lg">
        {line.title}
        {line.variant ? <span className="text-base font-normal text-muted"> ({line.variant})</span> : null}
      </h2>
      {line.parts.length > 0 ? (
        <div>
          <p className="font-semibold">{t('setHolds')}</p>
          <ul>
            {line.parts.map((part) => (
              <li key={part.title}>
                {part.each} × {part.title}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <TextField
        type="number"
        inputMode="numeric"
        name={`quantity_${line.lineId}`}
        label={t('quantity')}
        hint={t('leftToPack', { count: line.left })}
        min={0}
        max={line.left}
        defaultValue={values?.[`quantity_${line.lineId}`] ?? String(line.left)}
        required
      />
      <input
        type="hidden"
        name={`given_${line.lineId}`}
        value={JSON.stringify(given.map((lot) => [lot.lotRef, lot.given, lot.productId, eachOf(lot.productId)]))}
      />
      {line.short > 0 ? <Notice kind="warning">{t('shortOf', { count: line.short })}</Notice> : null}
      {line.booked ? (
        <>
          <div>
            <p className="font-semibold">{t('takeFrom')}</p>
            <ul>
              {line.lots.map((lot) => (
                <li key={lot.lotRef} className={lot.given > 0 ? 'font-semibold' : 'text-muted'}>
                  {lot.given > 0 ? `${lot.given} × ` : ''}
                  {named(lot)}
                  {lot.unfit ? ` (${t(lot.unfit)})` : lot.free === null ? '' : ` (${t('freeOf', { count: lot.free })})`}
                </li>
              ))}
            </ul>
          </div>
          {others.length > 1 ? (
            <details>
              <summary className="min-h-11 cursor-pointer">{t('otherLot')}</summary>
              <div className="grid gap-3">
                <SelectField
                  name={`lot_${line.lineId}`}
                  label={t('otherLot')}
                  defaultValue={values?.[`lot_${line.lineId}`] ?? ''}
                >
                  <option value="">{t('byRule')}</option>
                  {others.map((lot) => (
                    <option key={lot.lotRef} value={lot.lotRef}>
                      {named(lot)}
                    </option>
                  ))}
                </SelectField>
                <TextField
                  name={`reason_${line.lineId}`}
                  label={t('otherReason')}
                  defaultValue={values?.[`reason_${line.lineId}`]}
                  maxLength={300}
                  optional
                />
              </div>
            </details>
          ) : null}
        </>
      ) : (
        <p className="text-muted">{t('noLots')}</p>
      )}
    </section>
  )
}
