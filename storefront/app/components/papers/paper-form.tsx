import { Button, buttonClass } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { fieldId, SelectField, TextField } from '#app/components/field.tsx'
import { papers } from '#app/i18n/papers.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import type { PaperKind, PaperLimits } from '#app/lib/papers/types.ts'
import { FilePick } from './file-pick.tsx'

interface PaperFormProps {
  kinds: readonly PaperKind[]
  limits: PaperLimits
  products: readonly { id: string; title: string }[]
  areas: readonly { ref: string; name: string }[]
  values: Record<string, string>
  /** Sentence by field. */
  errors: Record<string, string>
  saveLabel: string
  cancelTo: string
}

/** Pages that can be taken one after the other with the camera; more come as chosen photos. */
const [FIRST_PAGE, ...MORE_PAGES] = [1, 2, 3, 4] as const
const DETAILS = ['title', 'issuer', 'issuedOn', 'productRef', 'sourceAreaRef']

/**
 * The form of a paper. Fields stand before files, because the server looks at them before it reads a file; the browser's own checks
 * stay on, since files have to be chosen again after a refusal.
 */
export function PaperForm({ kinds, limits, products, areas, values, errors, saveLabel, cancelTo }: PaperFormProps) {
  const t = useT(papers)
  const locale = useLocale()
  return (
    <form method="post" encType="multipart/form-data" className="grid gap-5">
      <ErrorSummary title={(count) => t('problems', { count })} errors={errors} />
      {Object.keys(errors).length > 0 ? <p className="font-semibold">{t('chooseAgain')}</p> : null}
      <SelectField name="kind" label={t('kind')} error={errors.kind} defaultValue={values.kind ?? ''} required>
        <option value="">{t('kindChoose')}</option>
        {kinds.map(({ code, [locale]: name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <KindHelp kinds={kinds} />
      <TextField
        name="number"
        label={t('numberLabel')}
        hint={t('numberHint')}
        error={errors.number}
        defaultValue={values.number}
        maxLength={80}
        autoComplete="off"
        optional
      />
      <div className="grid gap-2">
        <TextField
          name="expiresOn"
          type="date"
          label={t('expiresOn')}
          error={errors.expiresOn}
          defaultValue={values.expiresOn}
        />
        <label className="flex min-h-11 items-center gap-3">
          <input type="checkbox" className="check" name="noExpiry" defaultChecked={values.noExpiry === 'on'} />
          {t('noExpiry')}
        </label>
      </div>
      <details className="fold" open={DETAILS.some((field) => errors[field] !== undefined)}>
        <summary>{t('details')}</summary>
        <Details {...{ products, areas, values, errors }} />
      </details>
      <FilePick
        id={fieldId('file')}
        label={t('photo', { page: FIRST_PAGE })}
        hint={t('photoHint')}
        error={errors.file}
        accept="image/*"
        camera
      />
      <details className="fold">
        <summary>{t('morePages')}</summary>
        <div className="grid gap-5 pt-2 pb-2">
          {MORE_PAGES.map((page) => (
            <FilePick key={page} id={`field-page-${page}`} label={t('photo', { page })} accept="image/*" camera />
          ))}
        </div>
      </details>
      <FilePick
        id="field-files"
        label={t('files')}
        hint={t('filesHint', {
          ...{ photos: limits.photos, pages: limits.pages },
          megabytes: Math.round(limits.fileBytes / 1024 / 1024),
        })}
        accept="image/*,application/pdf"
        multiple
      />
      <div className="save-bar">
        <Button large>{saveLabel}</Button>
        <a className={buttonClass('quiet', true)} href={cancelTo}>
          {t('cancel')}
        </a>
      </div>
    </form>
  )
}

function KindHelp({ kinds }: Pick<PaperFormProps, 'kinds'>) {
  const t = useT(papers)
  const locale = useLocale()
  return (
    <details className="fold">
      <summary>{t('kindHelp')}</summary>
      <dl className="facts pt-1 pb-2">
        {kinds.map((kind) => (
          <div key={kind.code} className="contents">
            <dt>{kind[locale]}</dt>
            <dd>{locale === 'vi' ? kind.hintVi : kind.hintEn}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function Details({
  products,
  areas,
  values,
  errors,
}: Pick<PaperFormProps, 'products' | 'areas' | 'values' | 'errors'>) {
  const t = useT(papers)
  return (
    <div className="grid gap-5 pt-2 pb-2">
      <TextField
        name="title"
        label={t('titleLabel')}
        hint={t('titleHint')}
        error={errors.title}
        defaultValue={values.title}
        maxLength={200}
        optional
      />
      <TextField
        name="issuer"
        label={t('issuer')}
        error={errors.issuer}
        defaultValue={values.issuer}
        maxLength={200}
        optional
      />
      <TextField
        name="issuedOn"
        type="date"
        label={t('issuedOn')}
        error={errors.issuedOn}
        defaultValue={values.issuedOn}
        optional
      />
      <SelectField
        name="productRef"
        label={t('product')}
        error={errors.productRef}
        defaultValue={values.productRef ?? ''}
      >
        <option value="">{t('whole')}</option>
        {products.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </SelectField>
      {areas.length === 0 ? null : (
        <SelectField
          name="sourceAreaRef"
          label={t('area')}
          error={errors.sourceAreaRef}
          defaultValue={values.sourceAreaRef ?? ''}
        >
          <option value="">{t('whole')}</option>
          {areas.map(({ ref, name }) => (
            <option key={ref} value={ref}>
              {name}
            </option>
          ))}
        </SelectField>
      )}
    </div>
  )
}
