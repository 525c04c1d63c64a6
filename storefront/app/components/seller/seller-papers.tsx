import { Button } from '#app/components/button.tsx'
import { fieldId, SelectField } from '#app/components/field.tsx'
import { seller } from '#app/i18n/seller.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { PAPER_KINDS, type SellerApplication } from '#app/lib/seller/types.ts'

/** Papers of an application: what is there, and while it can be changed a form for one more. */
export function SellerPapers({
  papers,
  editable,
  error,
}: {
  papers: SellerApplication['papers']
  editable: boolean
  error: string | null
}) {
  const t = useT(seller)
  return (
    <section className="grid gap-4" aria-labelledby={fieldId('papers')}>
      <h2 id={fieldId('papers')} className="text-xl" tabIndex={-1}>
        {t('papers')}
      </h2>
      {editable ? <p className="field-hint">{t('papersHint')}</p> : null}
      {papers.length === 0 ? (
        <p>{t('noPapers')}</p>
      ) : (
        <ul className="grid gap-3">
          {papers.map(({ id, kind, title }) => (
            <li key={id} className="card card-body flex flex-wrap items-center justify-between gap-3">
              <span className="min-w-0">
                <strong className="block">{t(kind)}</strong>
                <span className="block break-words text-muted">{title}</span>
              </span>
              {editable ? (
                <form method="post">
                  <input type="hidden" name="giay" value={id} />
                  <Button look="quiet" name="viec" value="bo" aria-label={`${t('removePaper')}: ${t(kind)}, ${title}`}>
                    {t('removePaper')}
                  </Button>
                </form>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {editable ? (
        <form method="post" encType="multipart/form-data" className="grid gap-4">
          <SelectField name="kind" label={t('paperKind')} defaultValue="business_registration">
            {PAPER_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(kind)}
              </option>
            ))}
          </SelectField>
          <div className="field">
            <label className="field-label" htmlFor={fieldId('file')}>
              {t('paperFile')}
            </label>
            <input
              id={fieldId('file')}
              type="file"
              name="file"
              accept="image/jpeg,image/png,image/webp,application/pdf"
              className="input file-input"
              aria-invalid={error ? true : undefined}
              aria-describedby={error ? 'loi-tep' : undefined}
            />
            {error ? (
              <p className="field-error" id="loi-tep" role="alert">
                {error}
              </p>
            ) : null}
          </div>
          <Button look="quiet" name="viec" value="giay" className="justify-self-start">
            {t('addPaper')}
          </Button>
        </form>
      ) : null}
    </section>
  )
}
