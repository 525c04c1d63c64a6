import { fieldId } from '#app/components/field.tsx'
import { journal } from '#app/i18n/journal.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { HandOver } from '#app/lib/producer/types.ts'
import { AmountFields, type Filled } from './amount-fields.tsx'

/** The lot of another producer that the entry takes in: it is given, only how much of it came is asked. */
export function ReceivedLot({ values, errors, handOvers }: Filled & { handOvers: HandOver[] }) {
  const t = useT(journal)
  const given = handOvers.find(
    ({ producer, lotRef }) => producer.handle === values['in0-from'] && lotRef === values.in0,
  )
  return (
    <>
      <input type="hidden" name="in0" value={values.in0 ?? ''} />
      <input type="hidden" name="in0-from" value={values['in0-from'] ?? ''} />
      <div className="field" id={fieldId('in0')} tabIndex={-1}>
        <p>
          {t('fromLot')} <strong>{given?.name ?? values['out0-name']}</strong>{' '}
          <span className="tabular whitespace-nowrap">{given?.lotCode}</span>
        </p>
        <p className="text-muted">{t('receivedFrom', { name: given?.producer.name ?? values['in0-from'] ?? '' })}</p>
        {errors.in0 ? <p className="field-error">{errors.in0}</p> : null}
      </div>
      <AmountFields
        {...{ values, errors }}
        amount="in0-amount"
        unit="in0-unit"
        label={t('receiveAmount')}
        unitLabel={t('unit')}
        hint={t('receiveAllHint')}
      />
    </>
  )
}
