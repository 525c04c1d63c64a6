import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { SelectField, TextField } from '#app/components/field.tsx'
import { labels } from '#app/i18n/labels.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay } from '#app/lib/format.ts'
import type { GoodsChoice } from '#app/lib/labels/goods-choices.ts'
import { LABEL_LIMITS } from '#app/schemas/labels.ts'
import { Choice, Choices } from './choice.tsx'
import { sentencesOf, useSay } from './label-words.ts'

interface BatchFormProps {
  goods: GoodsChoice[]
  values: Record<string, string>
  /** Message key by field. */
  errors: Record<string, string>
  /** Query of the preview that was asked for; null when none was. */
  preview: string | null
}

/** The form of a new label batch. The preview is the same form sent by GET: nothing is made by looking. */
export function BatchForm({ goods, values, errors, preview }: BatchFormProps) {
  const t = useT(labels)
  const locale = useLocale()
  const say = useSay()
  const sentences = sentencesOf(say, errors)
  return (
    <form method="post" action="/chu-the/tem/moi" className="grid gap-6" noValidate>
      {/* The first button of a form is the one Enter presses. */}
      <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true" />
      <input type="hidden" name="requestKey" value={values.requestKey} />
      <ErrorSummary title={() => t('errorSummary')} errors={sentences} />
      <SelectField
        name="goods"
        label={t('goods')}
        hint={t('goodsHint')}
        error={sentences.goods}
        defaultValue={values.goods}
        required
      >
        <option value="">{t('chooseGoods')}</option>
        {goods.map((product) => (
          <optgroup
            key={product.productRef}
            label={product.permission.allowed ? product.title : t('goodsRefused', { title: product.title })}
            disabled={!product.permission.allowed}
          >
            {product.lots.map((lot) => (
              <option key={lot.ref} value={lot.value}>
                {lot.packedOn === null
                  ? t('goodsLot', { code: lot.lotCode })
                  : t('goodsLotPacked', { code: lot.lotCode, day: formatDay(lot.packedOn, locale) })}
              </option>
            ))}
            <option value={`product|${product.productRef}`}>{t('goodsNoLot')}</option>
          </optgroup>
        ))}
      </SelectField>
      <TextField
        name="size"
        label={t('size')}
        hint={t('sizeHint')}
        error={sentences.size}
        defaultValue={values.size}
        inputMode="numeric"
        autoComplete="off"
        maxLength={9}
        required
      />
      <div className="grid gap-5 sm:grid-cols-2">
        {(['packedOn', 'bestBefore'] as const).map((name) => (
          <TextField
            key={name}
            name={name}
            type="date"
            label={t(name)}
            hint={t('dayHint')}
            error={sentences[name]}
            defaultValue={values[name]}
            optional
          />
        ))}
      </div>
      <fieldset className="grid gap-3">
        <legend className="field-label">{t('lines')}</legend>
        <p className="field-hint">{t('linesHint')}</p>
        {[1, 2, 3].map((n) => (
          <TextField
            key={n}
            name={`line${n}`}
            label={t('line', { n })}
            error={sentences[`line${n}`]}
            defaultValue={values[`line${n}`]}
            maxLength={LABEL_LIMITS.line}
            optional
          />
        ))}
      </fieldset>
      <Choices legend={t('start')} error={sentences.startsAs}>
        <Choice
          type="radio"
          name="startsAs"
          value="active"
          checked={values.startsAs !== 'issued'}
          hint={t('startActiveHint')}
        >
          {t('startActive')}
        </Choice>
        <Choice
          type="radio"
          name="startsAs"
          value="issued"
          checked={values.startsAs === 'issued'}
          hint={t('startIssuedHint')}
        >
          {t('startIssued')}
        </Choice>
      </Choices>
      <Choice type="checkbox" name="scratch" value="on" checked={values.scratch === 'on'} hint={t('scratchHint')}>
        {t('scratch')}
      </Choice>
      {preview === null ? null : (
        <figure id="xem-thu" className="grid gap-2">
          <figcaption className="font-semibold">{t('previewTitle')}</figcaption>
          <img className="label-preview" src={`/chu-the/tem/xem-thu.svg?${preview}`} alt={t('previewAlt')} />
          <p className="field-hint">{t('previewNote')}</p>
        </figure>
      )}
      <div className="flex flex-wrap gap-3">
        <Button large>{t('make')}</Button>
        <Button large look="quiet" name="xem" value="1" formMethod="get" formAction="/chu-the/tem/moi#xem-thu">
          {t('preview')}
        </Button>
      </div>
    </form>
  )
}
