import { sellerOrders } from '#app/i18n/seller-orders.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay, formatMoney } from '#app/lib/format.ts'
import { CARRIERS, type ParcelView } from '#app/lib/orders/types.ts'
import { Button } from '../button.tsx'
import { Day } from '../day.tsx'
import { SelectField, TextField } from '../field.tsx'
import { HiddenDo } from './hidden-do.tsx'

/** A parcel with what is in it and what comes next. */
export function ParcelCard({ parcel, orderOver }: { parcel: ParcelView; orderOver: boolean }) {
  const t = useT(sellerOrders)
  const locale = useLocale()
  return (
    <section className="card card-body grid gap-3">
      <h3 className="text-base">
        {t('parcel', { no: String(parcel.no) })}: {t(`parcel_${parcel.state}`)}
      </h3>
      <ul className="grid gap-2">
        {parcel.lines.map((line) => (
          <li key={line.lineId}>
            {line.quantity} × {line.title}
            {line.lots.map((lot) => (
              <p key={lot.lotCode} className="text-sm text-muted">
                {t('lot', { quantity: String(lot.quantity), lot: lot.lotCode })}
                {lot.bestBefore ? t('lotUntil', { day: formatDay(lot.bestBefore, locale) }) : ''}
                {lot.reason ? ` (${lot.reason})` : ''}
              </p>
            ))}
            {line.codes.length > 0 ? (
              <p className="text-sm break-all text-muted tabular">
                {t('codes')}: {line.codes.join(', ')}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      {parcel.carrier ? (
        <p className="text-sm">
          {t(`carrier_${parcel.carrier}`)}
          {parcel.trackingNo ? `, ${parcel.trackingNo}` : ''}
          {parcel.codAmount > 0 ? ` · ${t('collects', { amount: formatMoney(parcel.codAmount, locale) })}` : ''}
          {parcel.shippedAt ? (
            <>
              {' · '}
              <Day value={parcel.shippedAt} moment />
            </>
          ) : null}
        </p>
      ) : null}
      {parcel.closeReason ? <p className="text-sm text-muted">{parcel.closeReason}</p> : null}
      {orderOver ? null : <ParcelSteps parcel={parcel} />}
    </section>
  )
}

function ParcelSteps({ parcel }: { parcel: ParcelView }) {
  const t = useT(sellerOrders)
  if (parcel.state === 'packed') {
    return (
      <>
        <form method="post" className="grid gap-3">
          <HiddenDo what="ship" id={parcel.id} />
          <div className="grid gap-3 sm:grid-cols-2">
            <SelectField name="carrier" label={t('carrier')}>
              {CARRIERS.map((carrier) => (
                <option key={carrier} value={carrier}>
                  {t(`carrier_${carrier}`)}
                </option>
              ))}
            </SelectField>
            <TextField name="trackingNo" label={t('tracking')} optional maxLength={40} autoComplete="off" />
          </div>
          <label className="choice-row">
            <input type="checkbox" name="jointInspection" value="yes" /> {t('jointInspection')}
          </label>
          <Button large>{t('ship')}</Button>
        </form>
        <form method="post">
          <HiddenDo what="unpack" id={parcel.id} />
          <Button look="quiet">{t('unpack')}</Button>
        </form>
      </>
    )
  }
  if (parcel.state === 'shipped') {
    return (
      <form method="post">
        <HiddenDo what="delivered" id={parcel.id} />
        <Button large>{t('delivered')}</Button>
      </form>
    )
  }
  if (parcel.state !== 'refused') return null
  if (parcel.takenBackAt) return <p className="text-sm text-muted">{t('backDone')}</p>
  return (
    <form method="post" className="grid gap-2">
      <HiddenDo what="taken-back" id={parcel.id} />
      <p className="font-semibold">{t('takenBackTitle')}</p>
      <div className="flex flex-wrap gap-3">
        <Button name="sellable" value="yes">
          {t('backSellable')}
        </Button>
        <Button name="sellable" value="no" look="quiet">
          {t('backSpoilt')}
        </Button>
      </div>
    </form>
  )
}
