import { TextField } from '#app/components/field.tsx'
import { proposals as words } from '#app/i18n/proposals.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { DraftPack } from '#app/lib/seller/proposals.ts'

/** A pack size that a gift set may hold, named with its product. */
export interface PartChoice {
  variantId: string
  name: string
}

interface PackFieldsProps {
  no: number
  pack: DraftPack | undefined
  choices: readonly PartChoice[]
  editable: boolean
  errors: Record<string, string>
  values: Record<string, string> | null
}

/**
 * One pack size of a form; folded away in it, its harvest when it is ordered ahead, and what it holds when it is a gift set.
 */
export function PackFields({ no, pack, choices, editable, errors, values }: PackFieldsProps) {
  const t = useT(words)
  const locked = { readOnly: !editable }
  const name = (field: string) => `packs.${no}.${field}`
  const typed = (field: string, saved: string | number | null | undefined) => values?.[name(field)] ?? saved ?? ''
  const number = (field: 'price' | 'weightGrams' | 'stock', hint?: string) => (
    <TextField
      {...{ name: name(field), label: t(field), error: errors[name(field)], inputMode: 'numeric' as const, hint }}
      defaultValue={typed(field, pack?.[field])}
      {...locked}
    />
  )
  const held = (variantId: string) => pack?.parts.find((part) => part.variantId === variantId)?.quantity
  const isSet = (pack?.parts.length ?? 0) > 0 || errors[name('parts')] !== undefined
  const isAhead = pack?.preorder != null || errors[name('preorder')] !== undefined
  return (
    <fieldset className="card card-body grid gap-4">
      <legend className="text-lg font-semibold">{t('pack', { no: no + 1 })}</legend>
      <TextField
        {...{ name: name('title'), label: t('packTitle'), hint: t('packTitleHint'), maxLength: 100 }}
        error={errors[name('title')] ?? (no === 0 ? errors.packs : undefined)}
        defaultValue={typed('title', pack?.title)}
        {...locked}
      />
      {number('price')}
      {number('weightGrams')}
      {isSet ? null : number('stock')}
      <TextField
        {...{ name: name('sku'), label: t('sku'), hint: t('skuHint'), maxLength: 60, optional: true }}
        error={errors[name('sku')]}
        defaultValue={typed('sku', pack?.sku)}
        {...locked}
      />
      <details open={isAhead}>
        <summary className="min-h-11 cursor-pointer">{t('preorder')}</summary>
        <div className="grid gap-4">
          <p className="text-muted">{t('preorderHint')}</p>
          <TextField
            {...{ type: 'date', name: name('preorder.from'), label: t('harvestFrom'), optional: true }}
            error={errors[name('preorder')] ? t('preorderWrong') : undefined}
            defaultValue={typed('preorder.from', pack?.preorder?.from)}
            {...locked}
          />
          <TextField
            {...{ type: 'date', name: name('preorder.to'), label: t('harvestTo'), optional: true }}
            defaultValue={typed('preorder.to', pack?.preorder?.to)}
            {...locked}
          />
        </div>
      </details>
      {choices.length > 0 ? (
        <details open={isSet}>
          <summary className="min-h-11 cursor-pointer">{t('giftSet')}</summary>
          <div className="grid gap-4">
            <p className="text-muted">{t('giftSetHint')}</p>
            {errors[name('parts')] ? <p className="field-error">{t('giftSetWrong')}</p> : null}
            {choices.map((choice) => (
              <TextField
                key={choice.variantId}
                {...{ name: name(`part.${choice.variantId}`), label: choice.name, inputMode: 'numeric' as const }}
                defaultValue={typed(`part.${choice.variantId}`, held(choice.variantId))}
                optional
                {...locked}
              />
            ))}
          </div>
        </details>
      ) : null}
    </fieldset>
  )
}
