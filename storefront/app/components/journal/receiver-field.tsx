import { SelectField } from '#app/components/field.tsx'
import { journal } from '#app/i18n/journal.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { Receiver } from '#app/lib/producer/types.ts'

interface ReceiverFieldProps {
  receivers: Receiver[]
  value: string | undefined
  error: string | undefined
}

/** Which producer gets the goods; nobody, when they go to somebody without a book. Producers of one's own province come first. */
export function ReceiverField({ receivers, value, error }: ReceiverFieldProps) {
  const t = useT(journal)
  const groups = [
    { label: t('handToNear'), members: receivers.filter((each) => each.sameProvince) },
    { label: t('handToFar'), members: receivers.filter((each) => !each.sameProvince) },
  ].filter(({ members }) => members.length > 0)
  return (
    <SelectField name="handTo" label={t('handTo')} hint={t('handToHint')} error={error} defaultValue={value} optional>
      <option value="">{t('handToNobody')}</option>
      {groups.map(({ label, members }) => (
        <optgroup key={label} label={label}>
          {members.map(({ handle, name, place }) => (
            <option key={handle} value={handle}>
              {name} · {place}
            </option>
          ))}
        </optgroup>
      ))}
    </SelectField>
  )
}
