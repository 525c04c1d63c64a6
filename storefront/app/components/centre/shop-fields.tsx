import { SelectField, TextAreaField, TextField } from '#app/components/field.tsx'
import { centre } from '#app/i18n/centre.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { CentreShop } from '#app/lib/centre/types.ts'

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]

/** What the backend is sent of the fields below. */
export function shopDetails(values: Record<string, string>): Record<string, unknown> {
  const { from = '', to = '' } = values
  return {
    name: values.name ?? '',
    kind: values.kind || 'ocop_shop',
    status: values.status || 'operating',
    provinceCode: values.provinceCode ?? '',
    communeCode: values.communeCode || null,
    address: values.address ?? '',
    phone: values.phone || null,
    openingHours: from === '' || to === '' ? null : [{ days: EVERY_DAY, from, to }],
    latitude: values.latitude ? Number(values.latitude) : null,
    longitude: values.longitude ? Number(values.longitude) : null,
    pickUp: values.pickUp === 'on',
    signNote: values.signNote || null,
    note: values.note || null,
  }
}

/** The fields of a shop: where it is, when it is open, whether buyers may fetch there. */
export function ShopFields(props: { shop: CentreShop | null; provinceCode: string; values: Record<string, string> }) {
  const t = useT(centre)
  const { shop, values } = props
  const [hours] = shop?.openingHours ?? []
  const of = (name: string, known: string | null | undefined) => values[name] ?? known ?? ''
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <input type="hidden" name="kind" value={shop?.kind ?? 'ocop_shop'} />
      <input type="hidden" name="latitude" value={shop?.latitude ?? ''} />
      <input type="hidden" name="longitude" value={shop?.longitude ?? ''} />
      <input type="hidden" name="note" value={shop?.note ?? ''} />
      <TextField name="name" label={t('name')} defaultValue={of('name', shop?.name)} maxLength={200} required />
      <TextField
        name="address"
        label={t('address')}
        defaultValue={of('address', shop?.address)}
        maxLength={200}
        required
      />
      <TextField
        name="provinceCode"
        label={t('provinceCode')}
        defaultValue={of('provinceCode', shop?.provinceCode ?? props.provinceCode)}
        inputMode="numeric"
        maxLength={2}
        required
      />
      <TextField
        name="communeCode"
        label={t('communeCode')}
        defaultValue={of('communeCode', shop?.communeCode)}
        inputMode="numeric"
        maxLength={5}
        optional
      />
      <TextField
        name="phone"
        label={t('phone')}
        type="tel"
        defaultValue={of('phone', shop?.phone)}
        maxLength={30}
        optional
      />
      <SelectField name="status" label={t('status')} defaultValue={of('status', shop?.status) || 'operating'}>
        <option value="operating">{t('operating')}</option>
        <option value="planned">{t('planned')}</option>
        <option value="closed">{t('closed')}</option>
      </SelectField>
      <TextField name="from" label={t('from')} type="time" defaultValue={of('from', hours?.from)} optional />
      <TextField name="to" label={t('to')} type="time" defaultValue={of('to', hours?.to)} optional />
      <TextAreaField
        name="signNote"
        label={t('signNote')}
        hint={t('signHint')}
        defaultValue={of('signNote', shop?.signNote)}
        maxLength={500}
        optional
      />
      <label className="inline-flex min-h-11 items-center gap-2">
        <input
          type="checkbox"
          name="pickUp"
          defaultChecked={values.name === undefined ? (shop?.pickUp ?? false) : values.pickUp === 'on'}
        />
        {t('pickUp')}
      </label>
    </div>
  )
}
