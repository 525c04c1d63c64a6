import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { CentreMenu } from '#app/components/centre/centre-menu.tsx'
import { SelectField, TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { centre } from '#app/i18n/centre.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import {
  atCentre,
  type CentreRefusal,
  shopPath,
  textsOf,
  tryWrite,
  wholeNumber,
} from '#app/lib/centre/centre-page.server.ts'
import type { CentreDesk, ConsignableGoods, Paper, ShopDesk } from '#app/lib/centre/types.ts'
import { formatMoment } from '#app/lib/format.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { inLanguage } from '#app/lib/post-inspection/ask.server.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta(page?.head)
export const headers = privateHeaders

const KINDS = ['receipt', 'return', 'loss', 'move'] as const
type Kind = (typeof KINDS)[number]
const RECEIPT_LINES = 5

/** `?loai=` the kind of paper to write; a receipt unless told otherwise. */
export async function loader(args: LoaderFunctionArgs) {
  const { official } = await atCentre(args)
  const asked = new URL(args.request.url).searchParams.get('loai')
  const kind: Kind = KINDS.find((each) => each === asked) ?? 'receipt'
  const { shop } = args.params
  const [desk, { papers }, { goods }, { shops }, me] = await pageData(
    Promise.all([
      official.ask<ShopDesk>(shopPath(shop)),
      official.ask<{ papers: Paper[] }>(shopPath(shop, '/papers')),
      official.ask<{ goods: ConsignableGoods[] }>('/official/centre/goods'),
      official.ask<CentreDesk>('/official/centre'),
      official.desk(),
    ]),
  )
  const context = requestContext(args)
  return {
    head: deskHead(
      context,
      `/can-bo/trung-tam/${desk.shop.id}/phieu`,
      serverT(context, centre)('papers'),
      desk.shop.name,
    ),
    kind,
    desk,
    papers,
    goods,
    others: shops.filter(({ id }) => id !== desk.shop.id).map(({ id, name }) => ({ id, name })),
    manages: me.verbs.includes('centre:manage'),
    requestKey: randomUUID(),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { official, locale } = await atCentre(args)
  const values = await textsOf(args.request)
  const back = `/can-bo/trung-tam/${encodeURIComponent(args.params.shop ?? '')}/phieu`
  const language = inLanguage(locale)
  if (values.correct) {
    const path = `/official/centre/papers/${encodeURIComponent(values.correct)}/correct` as const
    const work = official.ask(path, { method: 'POST', body: { reason: values.reason ?? '' }, headers: language })
    return (await tryWrite(work, values)) ?? redirect(back, 303)
  }
  const lines = values.kind === 'receipt' ? receiptLines(values) : stockLines(values)
  if (lines.length === 0) {
    const sentence = serverT(requestContext(args), centre)('nothingGiven')
    return data<CentreRefusal>({ sentence, values }, { status: 400 })
  }
  const body = {
    kind: values.kind,
    requestKey: values.requestKey,
    toShopId: values.toShopId || null,
    handedBy: values.handedBy || null,
    note: values.note || null,
    lines,
  }
  const work = official.ask(shopPath(args.params.shop, '/papers'), { method: 'POST', body, headers: language })
  return (await tryWrite(work, values)) ?? redirect(`${back}?loai=${values.kind}`, 303)
}

function receiptLines(values: Record<string, string>) {
  return Array.from({ length: RECEIPT_LINES }, (_, at) => at).flatMap((at) => {
    const [productId, variantId] = (values[`goods-${at}`] ?? '').split(' ')
    if (!productId || !variantId) return []
    const price = wholeNumber(values[`price-${at}`])
    return [
      {
        productId,
        variantId,
        lotNo: values[`lot-${at}`] ?? '',
        quantity: wholeNumber(values[`quantity-${at}`]) || 0,
        unitPrice: Number.isNaN(price) ? null : price,
        expiresOn: values[`expires-${at}`] || null,
      },
    ]
  })
}

function stockLines(values: Record<string, string>) {
  return Object.entries(values).flatMap(([name, text]) => {
    const [, productId, variantId, lotNo = ''] = /^q (\S+) (\S+) (.*)$/.exec(name) ?? []
    const quantity = wholeNumber(text)
    if (!productId || !variantId || !(quantity > 0)) return []
    return [{ productId, variantId, lotNo, quantity }]
  })
}

export default function CentrePapersRoute() {
  const t = useT(centre)
  const locale = useLocale()
  const { kind, desk, papers, goods, others, manages, requestKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const values = refused?.values ?? {}
  return (
    <div className="wrap grid max-w-[60rem] gap-6 pb-14">
      <div>
        <CentreMenu shop={desk.shop} />
        <PageHeader title={t('papers')} lead={desk.shop.name} />
        <nav aria-label={t('papers')} className="flex flex-wrap gap-3">
          {KINDS.filter((each) => each !== 'move' || others.length > 0).map((each) => (
            <a key={each} href={`?loai=${each}`} className="chip" aria-current={each === kind ? 'page' : undefined}>
              {t(`kind_${each}`)}
            </a>
          ))}
        </nav>
      </div>
      <section className="grid gap-4" aria-labelledby="lap-phieu">
        <h2 id="lap-phieu">{t(`kind_${kind}`)}</h2>
        {refused ? (
          <Notice kind="warning" live>
            {refused.sentence}
          </Notice>
        ) : null}
        {kind === 'receipt' && goods.length === 0 ? <Notice>{t('noGoods')}</Notice> : null}
        <form method="post" className="grid gap-4">
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="requestKey" value={values.requestKey ?? requestKey} />
          {kind === 'receipt' ? (
            <>
              <ReceiptLine at={0} goods={goods} values={values} />
              <details open={refused !== undefined}>
                <summary className="link inline-flex min-h-11 cursor-pointer items-center">{t('moreLines')}</summary>
                <div className="grid gap-4 pt-2">
                  {Array.from({ length: RECEIPT_LINES - 1 }, (_, at) => at + 1).map((at) => (
                    <ReceiptLine key={at} at={at} goods={goods} values={values} />
                  ))}
                </div>
              </details>
            </>
          ) : desk.goods.length === 0 ? (
            <p>{t('noStock')}</p>
          ) : (
            desk.goods.map((item) => (
              <fieldset key={item.variantId} className="grid gap-2">
                <legend className="font-semibold">
                  {item.productTitle}, {item.variantTitle} ({item.producerName})
                </legend>
                <div className="grid gap-3 sm:grid-cols-3">
                  {item.lots.map((lot) => (
                    <TextField
                      key={lot.lotNo}
                      name={`q ${item.productId} ${item.variantId} ${lot.lotNo}`}
                      label={`${lot.lotNo === '' ? t('noLot') : `${t('lot')} ${lot.lotNo}`}, ${t('left', { count: lot.quantity })}`}
                      inputMode="numeric"
                      defaultValue={values[`q ${item.productId} ${item.variantId} ${lot.lotNo}`]}
                    />
                  ))}
                </div>
              </fieldset>
            ))
          )}
          {kind === 'move' ? (
            <SelectField name="toShopId" label={t('toShop')} defaultValue={values.toShopId} required>
              {others.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </SelectField>
          ) : null}
          {kind === 'receipt' || kind === 'return' ? (
            <TextField name="handedBy" label={t('handedBy')} defaultValue={values.handedBy} maxLength={200} required />
          ) : null}
          <TextField
            name="note"
            label={t('note')}
            defaultValue={values.note}
            maxLength={500}
            required={kind === 'loss'}
            optional={kind !== 'loss'}
          />
          <Button large>{t('write')}</Button>
        </form>
      </section>
      <section className="grid gap-4" aria-labelledby="da-lap">
        <h2 id="da-lap">{t('recentPapers')}</h2>
        {papers.length === 0 ? <p>{t('noPapers')}</p> : null}
        <ul className="work-list">
          {papers.map((paper) => (
            <li key={paper.id} className="work-line grid gap-1">
              <p>
                <span className="font-semibold">{paper.number}</span> · {t(kindWord(paper.kind))} · {paper.pieces}
                {paper.correctedBy ? ` · ${t('corrected')}` : ''}
              </p>
              <p className="text-sm text-muted">
                {[formatMoment(paper.at, locale), paper.doneBy, paper.handedBy, paper.note].filter(Boolean).join(' · ')}
              </p>
              <p>
                <a className="link inline-flex min-h-11 items-center" href={`/can-bo/trung-tam/phieu/${paper.id}.pdf`}>
                  {t('print')} <span className="sr-only">{paper.number}</span>
                </a>
              </p>
              {manages && paper.kind !== 'correction' && paper.correctedBy === null ? (
                <details>
                  <summary className="link min-h-11">{t('correct')}</summary>
                  <form method="post" className="flex flex-wrap items-end gap-3">
                    <input type="hidden" name="correct" value={paper.id} />
                    <label className="field grow">
                      <span className="field-label">{t('reason')}</span>
                      <input className="input" name="reason" minLength={3} maxLength={500} required />
                    </label>
                    <Button look="warn">{t('correct')}</Button>
                  </form>
                </details>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

function kindWord(kind: string) {
  const known = ['receipt', 'return', 'loss', 'move', 'count', 'correction'] as const
  return `kind_${known.find((each) => each === kind) ?? 'correction'}` as const
}

/** One line of a receipt: which goods, how many, at what price. */
function ReceiptLine({
  at,
  goods,
  values,
}: {
  at: number
  goods: ConsignableGoods[]
  values: Record<string, string | undefined>
}) {
  const t = useT(centre)
  return (
    <fieldset className="grid min-w-0 gap-3 sm:grid-cols-2 lg:grid-cols-5 [&_.field]:min-w-0 [&_.input]:min-w-0">
      <legend className="text-sm text-muted">{t('line', { n: at + 1 })}</legend>
      <SelectField name={`goods-${at}`} label={t('goods')} defaultValue={values[`goods-${at}`] ?? ''}>
        <option value="">{t('choose')}</option>
        {goods.map((item) => (
          <option key={item.variantId} value={`${item.productId} ${item.variantId}`}>
            {item.productTitle}, {item.variantTitle} ({item.producerName})
          </option>
        ))}
      </SelectField>
      <TextField name={`lot-${at}`} label={t('lot')} defaultValue={values[`lot-${at}`]} maxLength={60} />
      <TextField
        name={`quantity-${at}`}
        label={t('quantity')}
        inputMode="numeric"
        defaultValue={values[`quantity-${at}`]}
      />
      <TextField name={`price-${at}`} label={t('unitPrice')} inputMode="numeric" defaultValue={values[`price-${at}`]} />
      <TextField name={`expires-${at}`} label={t('expiresOn')} type="date" defaultValue={values[`expires-${at}`]} />
    </fieldset>
  )
}
