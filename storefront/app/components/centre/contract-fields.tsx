import { SelectField, TextAreaField, TextField } from '#app/components/field.tsx'
import { supply } from '#app/i18n/supply.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { Contract } from '#app/lib/centre/contract-types.ts'

/** What the backend is sent of the fields below. */
export function contractDetails(values: Record<string, string>): Record<string, unknown> {
  const { retailerName = '', retailerTaxCode = '', fromDay = '', toDay = '' } = values
  const given = (name: string) => values[name] || null
  return {
    ...{ retailerName, retailerTaxCode, fromDay, toDay },
    ...{ sellerProducerId: given('sellerProducerId'), number: given('number'), signedOn: given('signedOn') },
    ...{ contactName: given('contactName'), contactPhone: given('contactPhone'), note: given('note') },
  }
}

/** The fields of a contract: the two sides, its number and days. Of one in force all but whom to ask and the note are kept as they are. */
export function ContractFields(props: {
  contract: Contract | null
  sellers: readonly { id: string; name: string }[]
  values: Record<string, string>
}) {
  const t = useT(supply)
  const { contract, sellers, values } = props
  const of = (name: string, known: string | null | undefined) => values[name] ?? known ?? ''
  const contact = (
    <>
      <TextField
        name="contactName"
        label={t('contactName')}
        defaultValue={of('contactName', contract?.contactName)}
        maxLength={120}
        optional
      />
      <TextField
        name="contactPhone"
        type="tel"
        label={t('contactPhone')}
        defaultValue={of('contactPhone', contract?.contactPhone)}
        maxLength={30}
        optional
      />
      <TextAreaField
        name="note"
        label={t('note')}
        className="sm:col-span-2"
        defaultValue={of('note', contract?.note)}
        maxLength={1000}
        optional
      />
    </>
  )
  if (contract && contract.state !== 'draft') {
    const kept = {
      ...{ sellerProducerId: contract.seller?.id, number: contract.number, signedOn: contract.signedOn },
      ...{ retailerName: contract.retailerName, retailerTaxCode: contract.retailerTaxCode },
      ...{ fromDay: contract.fromDay, toDay: contract.toDay },
    }
    return (
      <div className="grid gap-4 sm:grid-cols-2">
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value ?? ''} />
        ))}
        {contact}
      </div>
    )
  }
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        name="retailerName"
        label={t('retailer')}
        className="sm:col-span-2"
        defaultValue={of('retailerName', contract?.retailerName)}
        minLength={2}
        maxLength={200}
        required
      />
      <TextField
        name="retailerTaxCode"
        label={t('taxCode')}
        hint={t('taxHint')}
        inputMode="numeric"
        defaultValue={of('retailerTaxCode', contract?.retailerTaxCode)}
        maxLength={30}
        required
      />
      <SelectField
        name="sellerProducerId"
        label={t('seller')}
        hint={t('sellerHint')}
        defaultValue={of('sellerProducerId', contract?.seller?.id)}
      >
        <option value="">{t('centreSells')}</option>
        {sellers.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField
        name="number"
        label={t('number')}
        hint={t('numberHint')}
        defaultValue={of('number', contract?.number)}
        maxLength={60}
        optional
      />
      <TextField
        name="signedOn"
        type="date"
        label={t('signedOn')}
        hint={t('numberHint')}
        defaultValue={of('signedOn', contract?.signedOn)}
        optional
      />
      <TextField
        name="fromDay"
        type="date"
        label={t('fromDay')}
        defaultValue={of('fromDay', contract?.fromDay)}
        required
      />
      <TextField name="toDay" type="date" label={t('toDay')} defaultValue={of('toDay', contract?.toDay)} required />
      {contact}
    </div>
  )
}
