import { Button } from '#app/components/button.tsx'
import { SelectField, TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { StarBadge } from '#app/components/star-badge.tsx'
import { fairs } from '#app/i18n/fairs.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { badgeState } from '#app/lib/badge-state.ts'
import type { FairBooth, FairEntry } from '#app/lib/centre/fair-types.ts'
import type { ConsignableGoods } from '#app/lib/centre/types.ts'
import { formatDay, formatMoney } from '#app/lib/format.ts'

interface FairProductsProps {
  booths: readonly FairBooth[]
  entries: readonly FairEntry[]
  /** What may be listed. */
  goods: readonly ConsignableGoods[]
  underWay: boolean
  /** What was typed into a form that was refused. */
  refused: Record<string, string> | null
}

/** The catalogue of a fair by booth, with what is to be mended in it, and the form that lists goods. */
export function FairProducts({ booths, entries, goods, underWay, refused }: FairProductsProps) {
  const t = useT(fairs)
  if (booths.length === 0) return null
  return (
    <section className="grid gap-4" aria-labelledby="danh-muc">
      <h2 id="danh-muc">{t('products')}</h2>
      <p className="max-w-[60ch] text-muted">{t('productsLead')}</p>
      {booths.map((booth) => {
        const own = entries.filter(({ boothId }) => boothId === booth.id)
        return (
          <section key={booth.id} className="grid gap-2" aria-labelledby={`hang-${booth.id}`}>
            <h3 id={`hang-${booth.id}`} className="text-base font-semibold">
              {booth.name}
            </h3>
            {own.length === 0 ? <p>{t('noProducts')}</p> : null}
            {own.length > 0 ? (
              <ul className="work-list">
                {own.map((entry) => (
                  <EntryLine
                    key={entry.id}
                    entry={entry}
                    underWay={underWay}
                    refused={refused?.viec === 'sua-hang' && refused.id === entry.id ? refused : null}
                  />
                ))}
              </ul>
            ) : null}
          </section>
        )
      })}
      {underWay ? <AddForm booths={booths} goods={goods} values={refused?.viec === 'hang' ? refused : {}} /> : null}
    </section>
  )
}

function EntryLine(props: { entry: FairEntry; underWay: boolean; refused: Record<string, string> | null }) {
  const t = useT(fairs)
  const locale = useLocale()
  const { entry, underWay, refused } = props
  const { goods, price, tillPrice } = entry
  const name = `${goods.productTitle}, ${goods.variantTitle}`
  return (
    <li className="work-line">
      <p className="font-semibold">{name}</p>
      <p className="text-sm text-muted">{goods.producerName}</p>
      <StarBadge state={badgeState(goods.badge)} />
      <p className="tabular">{price === null ? t('askPrice') : formatMoney(price, locale)}</p>
      {entry.note ? <p className="text-sm">{entry.note}</p> : null}
      {underWay && !entry.listed ? <Notice kind="warning">{t('notListed')}</Notice> : null}
      {underWay && entry.withoutAgreementOn !== null ? (
        <Notice kind="warning">{t('noAgreement', { day: formatDay(entry.withoutAgreementOn, locale) })}</Notice>
      ) : null}
      {underWay && tillPrice !== null && price !== null && tillPrice !== price ? (
        <Notice kind="warning">{t('tillPrice', { price: formatMoney(tillPrice, locale) })}</Notice>
      ) : null}
      {underWay ? (
        <p className="text-sm text-muted">
          {tillPrice === null ? t('notReceived') : t('pieces', { count: entry.pieces })}
        </p>
      ) : null}
      {underWay ? (
        <details open={refused !== null}>
          <summary className="link inline-flex min-h-11 cursor-pointer items-center">
            {t('edit')}
            <span className="sr-only">: {name}</span>
          </summary>
          <form method="post" className="grid gap-3 pt-1 pb-3 sm:grid-cols-3">
            <input type="hidden" name="id" value={entry.id} />
            <Typed label={t('price')} name="price" value={refused?.price ?? String(price ?? '')} numeric />
            <Typed label={t('entryNote')} name="note" value={refused?.note ?? entry.note ?? ''} />
            <Typed label={t('position')} name="position" value={refused?.position ?? String(entry.position)} numeric />
            <div className="flex flex-wrap gap-3 sm:col-span-3">
              <Button look="quiet" name="viec" value="sua-hang">
                {t('save')}
              </Button>
              <Button look="warn" name="viec" value="xoa-hang" formNoValidate>
                {t('remove')}
              </Button>
            </div>
          </form>
        </details>
      ) : null}
    </li>
  )
}

/** A field of one of many lines: its label lies around it, so that no two share an id. */
function Typed({
  label,
  name,
  value,
  numeric = false,
}: {
  label: string
  name: string
  value: string
  numeric?: boolean
}) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <input
        className="input"
        name={name}
        defaultValue={value}
        maxLength={200}
        inputMode={numeric ? 'numeric' : undefined}
      />
    </label>
  )
}

function AddForm(props: {
  booths: readonly FairBooth[]
  goods: readonly ConsignableGoods[]
  values: Record<string, string>
}) {
  const t = useT(fairs)
  const locale = useLocale()
  const { booths, goods, values } = props
  if (goods.length === 0) {
    return (
      <Notice>
        {t('noGoods')}{' '}
        <a className="link" href="/can-bo/trung-tam/thoa-thuan">
          {t('toAgreements')}
        </a>
      </Notice>
    )
  }
  return (
    <form method="post" className="card card-body grid gap-4" aria-labelledby="them-hang">
      <h3 id="them-hang" className="text-lg">
        {t('addProduct')}
      </h3>
      <div className="grid gap-4 sm:grid-cols-2 [&_.field]:min-w-0 [&_.input]:min-w-0">
        <SelectField name="boothId" label={t('booth')} defaultValue={values.boothId} required>
          {booths.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField name="goods" label={t('goods')} defaultValue={values.goods ?? ''} required>
          <option value="">{t('choose')}</option>
          {goods.map((item) => (
            <option key={item.variantId} value={`${item.productId} ${item.variantId}`}>
              {item.productTitle}, {item.variantTitle} ({item.producerName}
              {item.onlinePrice === null ? '' : `, ${t('online', { price: formatMoney(item.onlinePrice, locale) })}`})
            </option>
          ))}
        </SelectField>
        <TextField
          name="price"
          label={t('price')}
          hint={t('priceHint')}
          inputMode="numeric"
          defaultValue={values.price}
          optional
        />
        <TextField name="note" label={t('entryNote')} defaultValue={values.note} maxLength={200} optional />
      </div>
      <Button look="quiet" className="justify-self-start" name="viec" value="hang">
        {t('add')}
      </Button>
    </form>
  )
}
