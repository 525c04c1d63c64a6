import { Button } from '#app/components/button.tsx'
import { SelectField, TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { supply } from '#app/i18n/supply.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { ConsignableGoods } from '#app/lib/centre/types.ts'

/** The form that puts goods into a draft. In: what may be sold, and what was typed when it was refused. */
export function ContractGoodsForm({
  goods,
  values,
}: {
  goods: readonly ConsignableGoods[]
  values: Record<string, string>
}) {
  const t = useT(supply)
  if (goods.length === 0) {
    return (
      <Notice>
        {t('noConsignable')}{' '}
        <a className="link" href="/can-bo/trung-tam/thoa-thuan">
          {t('toAgreements')}
        </a>
      </Notice>
    )
  }
  return (
    <form method="post" className="card card-body grid gap-4" aria-labelledby="them-hang">
      <h3 id="them-hang" className="text-lg">
        {t('addGoods')}
      </h3>
      <div className="grid gap-4 sm:grid-cols-2 [&_.field]:min-w-0 [&_.input]:min-w-0">
        <SelectField
          name="goods"
          label={t('product')}
          className="sm:col-span-2"
          defaultValue={values.goods ?? ''}
          required
        >
          <option value="">{t('choose')}</option>
          {goods.map((item) => (
            <option key={item.variantId} value={`${item.productId} ${item.variantId}`}>
              {item.productTitle}, {item.variantTitle} ({item.producerName})
            </option>
          ))}
        </SelectField>
        <TextField
          name="quantity"
          label={t('quantity')}
          inputMode="numeric"
          defaultValue={values.quantity}
          maxLength={12}
          required
        />
        <SelectField name="per" label={t('per')} defaultValue={values.per ?? 'month'}>
          <option value="month">{t('per_month')}</option>
          <option value="total">{t('per_total')}</option>
        </SelectField>
        <TextField
          name="unit"
          label={t('unit')}
          hint={t('unitHint')}
          defaultValue={values.unit}
          maxLength={30}
          required
        />
        <TextField
          name="price"
          label={t('price')}
          inputMode="numeric"
          defaultValue={values.price}
          maxLength={15}
          required
        />
      </div>
      <Button look="quiet" className="justify-self-start" name="viec" value="hang">
        {t('addGoods')}
      </Button>
    </form>
  )
}
