import { Button } from '#app/components/button.tsx'
import { SelectField, TextAreaField, TextField } from '#app/components/field.tsx'
import { Choice } from '#app/components/labels/choice.tsx'
import { proposals as words } from '#app/i18n/proposals.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { LABEL_FIELDS, type Proposal, SECTORS } from '#app/lib/seller/proposals.ts'

interface DraftFormProps {
  proposal: Proposal
  /** How many pack sizes are shown. */
  rows: number
  editable: boolean
  errors: Record<string, string>
  /** What was just typed and refused. */
  values: Record<string, string> | null
}

const SHORT = ['netContent', 'standard']

/** The form of a new listing: saved as far as it has come, handed in when it is complete. */
export function DraftForm({ proposal, rows, editable, errors, values }: DraftFormProps) {
  const t = useT(words)
  const { draft } = proposal
  const locked = { readOnly: !editable }
  const typed = (name: string, saved: string | number | null | undefined) => values?.[name] ?? saved ?? ''
  return (
    <form method="post" className="grid gap-6">
      <input type="hidden" name="version" value={proposal.version} />
      <TextField
        {...{ name: 'title', label: t('name'), hint: t('nameHint'), maxLength: 150, error: errors.title }}
        defaultValue={typed('title', draft.title)}
        {...locked}
      />
      <SelectField
        name="sector"
        label={t('sector')}
        error={errors.sector}
        defaultValue={typed('sector', draft.sector)}
        disabled={!editable}
      >
        <option value="">{t('chooseSector')}</option>
        {SECTORS.map((sector) => (
          <option key={sector} value={sector}>
            {t(`sector_${sector}`)}
          </option>
        ))}
      </SelectField>
      <TextAreaField
        {...{ name: 'description', label: t('description'), hint: t('descriptionHint'), rows: 5, maxLength: 5_000 }}
        error={errors.description}
        defaultValue={typed('description', draft.description)}
        {...locked}
      />
      <fieldset className="card card-body grid gap-4">
        <legend className="text-lg font-semibold">{t('label')}</legend>
        {LABEL_FIELDS.map((field) => {
          const shared = { name: field, label: t(field), error: errors[field], ...locked }
          const value = typed(field, draft[field])
          return SHORT.includes(field) ? (
            <TextField key={field} {...shared} maxLength={100} defaultValue={value} />
          ) : (
            <TextAreaField key={field} {...shared} rows={2} maxLength={1_000} defaultValue={value} />
          )
        })}
        <Choice
          {...{ type: 'checkbox', name: 'perishable', value: 'on', hint: t('perishableHint') }}
          checked={values ? values.perishable === 'on' : draft.perishable}
        >
          {t('perishable')}
        </Choice>
      </fieldset>
      {Array.from({ length: rows }, (_, no) => {
        const pack = draft.packs[no]
        const name = (field: string) => `packs.${no}.${field}`
        const number = (field: 'price' | 'weightGrams' | 'stock') => (
          <TextField
            {...{ name: name(field), label: t(field), error: errors[name(field)], inputMode: 'numeric' as const }}
            defaultValue={typed(name(field), pack?.[field])}
            {...locked}
          />
        )
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row of the form has no identity but its place
          <fieldset key={no} className="card card-body grid gap-4">
            <legend className="text-lg font-semibold">{t('pack', { no: no + 1 })}</legend>
            <TextField
              {...{ name: name('title'), label: t('packTitle'), hint: t('packTitleHint'), maxLength: 100 }}
              error={errors[name('title')] ?? (no === 0 ? errors.packs : undefined)}
              defaultValue={typed(name('title'), pack?.title)}
              {...locked}
            />
            {number('price')}
            {number('weightGrams')}
            {number('stock')}
            <TextField
              {...{ name: name('sku'), label: t('sku'), hint: t('skuHint'), maxLength: 60, optional: true }}
              error={errors[name('sku')]}
              defaultValue={typed(name('sku'), pack?.sku)}
              {...locked}
            />
          </fieldset>
        )
      })}
      {editable ? (
        <div className="flex flex-wrap gap-3">
          <Button large name="viec" value="gui">
            {t('submit')}
          </Button>
          <Button look="quiet" name="viec" value="luu">
            {t('save')}
          </Button>
          <Button look="quiet" name="viec" value="them">
            {t('morePacks')}
          </Button>
        </div>
      ) : null}
    </form>
  )
}
