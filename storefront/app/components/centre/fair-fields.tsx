import { SelectField, TextAreaField, TextField } from '#app/components/field.tsx'
import { fairs } from '#app/i18n/fairs.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { Fair } from '#app/lib/centre/fair-types.ts'

/** What the backend is sent of the fields below. */
export function fairDetails(values: Record<string, string>): Record<string, unknown> {
  const { name = '', place = '', address = '', provinceCode = '', firstDay = '', lastDay = '', note } = values
  return { name, place, address, provinceCode, firstDay, lastDay, note: note || null }
}

/** The fields of a fair: what, where and when. */
export function FairFields(props: {
  fair: Pick<Fair, 'provinceCode'> & Partial<Fair>
  provinces: readonly { code: string; name: string }[]
  values: Record<string, string>
}) {
  const t = useT(fairs)
  const { fair, provinces, values } = props
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        name="name"
        label={t('name')}
        className="sm:col-span-2"
        defaultValue={values.name ?? fair.name}
        minLength={3}
        maxLength={120}
        required
      />
      <TextField
        name="place"
        label={t('place')}
        hint={t('placeHint')}
        defaultValue={values.place ?? fair.place}
        maxLength={200}
        required
      />
      <TextField
        name="address"
        label={t('address')}
        hint={t('addressHint')}
        defaultValue={values.address ?? fair.address}
        maxLength={200}
        required
      />
      <SelectField
        name="provinceCode"
        label={t('province')}
        className="sm:col-span-2"
        defaultValue={values.provinceCode ?? fair.provinceCode}
        required
      >
        {provinces.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField
        name="firstDay"
        type="date"
        label={t('firstDay')}
        defaultValue={values.firstDay ?? fair.firstDay}
        required
      />
      <TextField
        name="lastDay"
        type="date"
        label={t('lastDay')}
        defaultValue={values.lastDay ?? fair.lastDay}
        required
      />
      <TextAreaField
        name="note"
        label={t('note')}
        hint={t('noteHint')}
        className="sm:col-span-2"
        defaultValue={values.note ?? fair.note ?? ''}
        maxLength={1000}
        optional
      />
    </div>
  )
}
