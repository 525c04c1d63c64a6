import type { FormEvent, Ref } from 'react'
import { Button, buttonClass } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { fieldId, SelectField, TextAreaField, TextField } from '#app/components/field.tsx'
import { journal } from '#app/i18n/journal.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { PACK_UNITS } from '#app/lib/producer/amount-text.ts'
import { ADDITION_ROWS, type EntryBook, type EntryDraft, handsOver, INPUT_ROWS } from '#app/lib/producer/entry-draft.ts'
import { lotName } from '#app/lib/producer/lot-names.ts'
import type { Evidence } from '#app/lib/producer/types.ts'
import { AmountFields, type Filled } from './amount-fields.tsx'
import { ReceivedLot } from './received-lot.tsx'
import { ReceiverField } from './receiver-field.tsx'

interface EntryFormProps {
  draft: EntryDraft
  book: EntryBook
  /** Sentences by field name; `form` for what belongs to no field. */
  errors: Record<string, string>
  /** Files the server has already; they are sent along as what they are. */
  received?: Evidence[]
  /** A correction says why. */
  reason?: { needed: boolean; value: string }
  saving?: boolean
  saveLabel?: string
  cancelTo: string
  onSubmit?: (event: FormEvent<HTMLFormElement>) => void
  formRef?: Ref<HTMLFormElement>
}

/**
 * One entry of the journal. What is asked each time stands open, with the answer filled in where the book knows it; all else is
 * folded away. A plain form with files: it is posted where there are no scripts, and read on the phone where there are.
 */
export function EntryForm(props: EntryFormProps) {
  const { draft, book, errors, received = [], reason, saving = false, saveLabel, cancelTo, onSubmit, formRef } = props
  const t = useT(journal)
  const { values, shape, makes } = draft
  const field = { values, errors }
  const rows = rowsUpTo(makes?.rows ?? 0)
  const takesIn = values['in0-from'] !== undefined
  const uses = !takesIn && (shape === 'make' || shape === 'take')
  return (
    <form
      ref={formRef}
      method="post"
      encType="multipart/form-data"
      className="grid gap-5"
      noValidate
      onSubmit={onSubmit}
    >
      {['step', 'key', 'whenShown', 'whenExact', 'about'].map((name) =>
        values[name] === undefined ? null : <input key={name} type="hidden" name={name} value={values[name]} />,
      )}
      {received.length > 0 ? <input type="hidden" name="received" value={JSON.stringify(received)} /> : null}
      <ErrorSummary title={(count) => t('summaryTitle', { count })} errors={errors} />
      {shape === 'begin' ? <AreaField {...field} areas={book.areas} /> : null}
      {takesIn ? <ReceivedLot {...field} handOvers={book.handOvers} /> : null}
      {uses ? <Inputs {...field} book={book} /> : null}
      {makes === null
        ? null
        : rows.map((row) => <Output key={`out${row}`} {...field} row={row} makes={makes} products={book.products} />)}
      {handsOver(draft.step, shape) ? (
        <ReceiverField receivers={book.receivers} value={values.handTo} error={errors.handTo} />
      ) : null}
      {uses ? <MoreInputs {...field} book={book} /> : null}
      {shape === 'note' ? (
        <AmountFields
          {...field}
          amount="seen-amount"
          unit="seen-unit"
          label={t('seen')}
          unitLabel={t('unit')}
          optional
        />
      ) : null}
      {reason ? (
        <TextAreaField
          name="reason"
          label={t('correctReason')}
          hint={t('correctReasonHint')}
          error={errors.reason}
          defaultValue={reason.value}
          maxLength={1000}
          rows={2}
          optional={!reason.needed}
          required={reason.needed}
        />
      ) : null}
      <details
        className="fold"
        open={['when', 'note', 'photo', 'paper'].some((name) => errors[name]) || errors['out0-code'] !== undefined}
      >
        <summary>{t('details')}</summary>
        <div className="grid gap-5 pt-2 pb-3">
          <TextField
            name="when"
            type="datetime-local"
            label={t('when')}
            hint={t('whenHint')}
            error={errors.when}
            defaultValue={values.when}
            required
          />
          {makes === null
            ? null
            : rows.map((row) => (
                <TextField
                  key={`code${row}`}
                  name={`out${row}-code`}
                  label={makes.rows > 1 ? `${t('lotCode')} ${row + 1}` : t('lotCode')}
                  error={errors[`out${row}-code`]}
                  defaultValue={values[`out${row}-code`]}
                  maxLength={50}
                  autoComplete="off"
                />
              ))}
          <TextAreaField
            name="note"
            label={t('note')}
            error={errors.note}
            defaultValue={values.note}
            maxLength={2000}
            rows={2}
            optional
          />
          {received.map((file) => (
            <p key={file.file} className="text-sm text-muted">
              {t('kept', { title: file.title })}
            </p>
          ))}
          <FileField
            name="photo"
            label={t('photo')}
            hint={t('photoHint')}
            error={errors.photo}
            accept="image/*"
            capture
            multiple
          />
          <label className="flex min-h-11 items-center gap-3">
            <input
              type="checkbox"
              className="check"
              name="photoPublic"
              value="true"
              defaultChecked={values.photoPublic === 'true'}
            />
            {t('photoPublic')}
          </label>
          <FileField
            name="paper"
            label={t('paper')}
            hint={t('paperHint')}
            error={errors.paper}
            accept="application/pdf,image/*"
          />
        </div>
      </details>
      <div className="save-bar">
        <Button large disabled={saving}>
          {saving ? t('saving') : (saveLabel ?? t('save'))}
        </Button>
        <a className={buttonClass('quiet', true)} href={cancelTo}>
          {t('cancel')}
        </a>
      </div>
    </form>
  )
}

function AreaField({ values, errors, areas }: Filled & { areas: EntryBook['areas'] }) {
  const t = useT(journal)
  return (
    <SelectField name="area" label={t('area')} error={errors.area} defaultValue={values.area}>
      <option value="">{t('noArea')}</option>
      {areas.map((area) => (
        <option key={area.ref} value={area.ref}>
          {area.name}
        </option>
      ))}
    </SelectField>
  )
}

/** The lot the entry uses, and how much of it. */
function Inputs({ values, errors, book }: Filled & { book: EntryBook }) {
  const t = useT(journal)
  return (
    <>
      <SelectField name="in0" label={t('fromLot')} error={errors.in0} defaultValue={values.in0}>
        <LotOptions {...{ values, book }} />
      </SelectField>
      <AmountFields
        {...{ values, errors }}
        amount="in0-amount"
        unit="in0-unit"
        label={t('takeAmount')}
        unitLabel={t('unit')}
        hint={t('takeAllHint')}
      />
    </>
  )
}

/** Under folds: more lots that go in, and bought ingredients. */
function MoreInputs({ values, errors, book }: Filled & { book: EntryBook }) {
  const t = useT(journal)
  const more = rowsUpTo(INPUT_ROWS).slice(1)
  const additions = rowsUpTo(ADDITION_ROWS)
  const touched = (prefix: string) =>
    [
      ...Object.keys(errors),
      ...Object.keys(values).filter((name) => values[name] !== '' && !name.endsWith('-unit')),
    ].some((name) => name.startsWith(prefix))
  return (
    <>
      <details className="fold" open={more.some((row) => touched(`in${row}`))}>
        <summary>{t('moreLots')}</summary>
        <div className="grid gap-5 pt-2 pb-3">
          {more.map((row) => (
            <div key={row} className="grid gap-3">
              <SelectField
                name={`in${row}`}
                label={t('moreLotN', { n: row + 1 })}
                error={errors[`in${row}`]}
                defaultValue={values[`in${row}`]}
              >
                <LotOptions {...{ values, book }} />
              </SelectField>
              <AmountFields
                {...{ values, errors }}
                amount={`in${row}-amount`}
                unit={`in${row}-unit`}
                label={t('amountN', { n: row + 1 })}
                unitLabel={t('unitN', { n: row + 1 })}
              />
            </div>
          ))}
        </div>
      </details>
      <details className="fold" open={touched('add')}>
        <summary>{t('additions')}</summary>
        <div className="grid gap-5 pt-2 pb-3">
          {additions.map((row) => (
            <div key={row} className="grid gap-3">
              <TextField
                name={`add${row}-name`}
                label={t('additionN', { n: row + 1 })}
                error={errors[`add${row}-name`]}
                defaultValue={values[`add${row}-name`]}
                maxLength={200}
              />
              <AmountFields
                {...{ values, errors }}
                amount={`add${row}-amount`}
                unit={`add${row}-unit`}
                label={t('additionAmountN', { n: row + 1 })}
                unitLabel={t('additionUnitN', { n: row + 1 })}
              />
            </div>
          ))}
        </div>
      </details>
    </>
  )
}

function LotOptions({ values, book }: { values: Record<string, string>; book: EntryBook }) {
  const t = useT(journal)
  const usable = book.lots.filter((lot) => !lot.withdrawn && (lot.left !== 0 || isTaken(values, lot.ref)))
  return (
    <>
      <option value="">{t('chooseLot')}</option>
      {usable.map((lot) => (
        <option key={lot.ref} value={lot.ref}>
          {lotName(lot, book.products)} · {lot.lotCode}
        </option>
      ))}
    </>
  )
}

function rowsUpTo(count: number): number[] {
  return Array.from({ length: count }, (_, row) => row)
}

function isTaken(values: Record<string, string>, ref: string): boolean {
  return rowsUpTo(INPUT_ROWS).some((row) => values[`in${row}`] === ref)
}

interface OutputProps extends Filled {
  row: number
  makes: NonNullable<EntryDraft['makes']>
  products: EntryBook['products']
}

/** The lot that comes to be. Dividing shows several; rows without an amount are left out. */
function Output({ values, errors, row, makes, products }: OutputProps) {
  const t = useT(journal)
  const out = `out${row}`
  return (
    <fieldset className="grid gap-4 rounded border border-line-strong p-4">
      <legend className="px-1 font-semibold">{makes.rows > 1 ? t('makesN', { n: row + 1 }) : t('makes')}</legend>
      <input type="hidden" name={`${out}-ref`} value={values[`${out}-ref`] ?? ''} />
      {makes.kind === 'product' ? (
        <SelectField
          name={`${out}-product`}
          label={t('product')}
          error={errors[`${out}-product`]}
          defaultValue={values[`${out}-product`]}
          required
        >
          <option value="">{t('chooseProduct')}</option>
          {products.map((product) => (
            <option key={product.id} value={product.id}>
              {product.title}
            </option>
          ))}
        </SelectField>
      ) : (
        <TextField
          name={`${out}-name`}
          label={t('goodsName')}
          hint={values[`${out}-name`] ? undefined : t('goodsNameHint')}
          error={errors[`${out}-name`]}
          defaultValue={values[`${out}-name`]}
          maxLength={200}
          required
        />
      )}
      {makes.packs ? (
        <>
          <AmountFields
            {...{ values, errors }}
            amount={`${out}-packs`}
            unit={`${out}-packUnit`}
            units={PACK_UNITS}
            label={t('packCount')}
            unitLabel={t('packUnit')}
            hint={t('amountHint')}
          />
          <AmountFields
            {...{ values, errors }}
            amount={`${out}-net`}
            unit={`${out}-netUnit`}
            label={t('net')}
            unitLabel={t('netUnit')}
          />
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              name={`${out}-packedOn`}
              type="date"
              label={t('packedOn')}
              error={errors[`${out}-packedOn`]}
              defaultValue={values[`${out}-packedOn`]}
            />
            <TextField
              name={`${out}-bestBefore`}
              type="date"
              label={t('bestBefore')}
              error={errors[`${out}-bestBefore`]}
              defaultValue={values[`${out}-bestBefore`]}
              optional
            />
          </div>
        </>
      ) : (
        <AmountFields
          {...{ values, errors }}
          amount={`${out}-amount`}
          unit={`${out}-unit`}
          label={t('amount')}
          unitLabel={t('unit')}
          hint={t('amountHint')}
        />
      )}
    </fieldset>
  )
}

interface FileFieldProps {
  name: string
  label: string
  hint: string
  error: string | undefined
  accept: string
  /** Opens the camera on phones. */
  capture?: boolean
  multiple?: boolean
}

function FileField({ name, label, hint, error, accept, capture, multiple }: FileFieldProps) {
  const id = fieldId(name)
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <p className="field-hint" id={`${id}-hint`}>
        {hint}
      </p>
      <input
        id={id}
        className="input file-input"
        type="file"
        name={name}
        accept={accept}
        capture={capture ? 'environment' : undefined}
        multiple={multiple}
        aria-describedby={error ? `${id}-hint ${id}-error` : `${id}-hint`}
        aria-invalid={error ? true : undefined}
      />
      {error ? (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </div>
  )
}
