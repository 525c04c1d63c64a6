import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { CentreMenu } from '#app/components/centre/centre-menu.tsx'
import { TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { centre } from '#app/i18n/centre.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { atCentre, shopPath, textsOf, tryWrite, wholeNumber } from '#app/lib/centre/centre-page.server.ts'
import type { CounterSale, SaleQuery, ShopDesk, Till, TillClose } from '#app/lib/centre/types.ts'
import { formatMoment, formatMoney } from '#app/lib/format.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { inLanguage } from '#app/lib/post-inspection/ask.server.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }
export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)
export const headers = privateHeaders

export async function loader(args: LoaderFunctionArgs) {
  const { official } = await atCentre(args)
  const { shop } = args.params
  const [desk, { closes, till }, { sales }, { queries }, me] = await pageData(
    Promise.all([
      official.ask<ShopDesk>(shopPath(shop)),
      official.ask<{ closes: TillClose[]; till: Till }>(shopPath(shop, '/closes')),
      official.ask<{ sales: CounterSale[] }>(shopPath(shop, '/sales')),
      official.ask<{ queries: SaleQuery[] }>(shopPath(shop, '/queries')),
      official.desk(),
    ]),
  )
  const context = requestContext(args)
  return {
    head: deskHead(
      context,
      `/can-bo/trung-tam/${desk.shop.id}/chot`,
      serverT(context, centre)('close'),
      desk.shop.name,
    ),
    shop: desk.shop,
    closes,
    till,
    sales,
    queries: queries.filter(({ state }) => state === 'waiting'),
    manages: me.verbs.includes('centre:manage'),
    requestKey: randomUUID(),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { official, locale } = await atCentre(args)
  const values = await textsOf(args.request)
  const post = (path: `/official/${string}`, body: Record<string, unknown>) =>
    official.ask(path, { method: 'POST', body, headers: inLanguage(locale) })
  const work = values.voids
    ? post(`/official/centre/sales/${encodeURIComponent(values.voids)}/void`, { reason: values.reason ?? '' })
    : values.query
      ? post(`/official/centre/queries/${encodeURIComponent(values.query)}`, {
          action: values.decision === 'book' ? 'book' : 'settle',
          returned: values.returned === 'on',
          note: values.note || null,
        })
      : post(shopPath(args.params.shop, '/closes'), {
          requestKey: values.requestKey,
          countedCash: wholeNumber(values.countedCash),
          note: values.note || null,
        })
  const back = `/can-bo/trung-tam/${encodeURIComponent(args.params.shop ?? '')}/chot`
  return (await tryWrite(work, values)) ?? redirect(back, 303)
}

export default function CentreCloseRoute() {
  const t = useT(centre)
  const locale = useLocale()
  const { shop, closes, till, sales, queries, manages, requestKey } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const money = (dong: number) => formatMoney(dong, locale)
  return (
    <div className="wrap grid max-w-[60rem] gap-8 pb-14">
      <div>
        <CentreMenu shop={shop} />
        <PageHeader title={t('close')} lead={t('closeLead')} eyebrow={shop.name} />
        {refused ? (
          <Notice kind="warning" live>
            {refused.sentence}
          </Notice>
        ) : null}
      </div>
      <form method="post" className="grid gap-4">
        <input type="hidden" name="requestKey" value={refused?.values.requestKey ?? requestKey} />
        <dl className="grid grid-cols-2 gap-2">
          <dt>{t('expectedCash')}</dt>
          <dd className="tabular text-right">{money(till.expectedCash)}</dd>
          <dt>{t('transfers')}</dt>
          <dd className="tabular text-right">{money(till.transfers)}</dd>
        </dl>
        <TextField
          name="countedCash"
          label={t('countedCash')}
          inputMode="numeric"
          defaultValue={refused?.values.countedCash}
          required
        />
        <TextField
          name="note"
          label={t('differenceNote')}
          defaultValue={refused?.values.note}
          maxLength={500}
          optional
        />
        <Button large>{t('closeNow')}</Button>
      </form>
      {queries.length > 0 ? (
        <section id="cho-xu-ly" className="grid gap-4" aria-labelledby="cho">
          <h2 id="cho">{t('queries')}</h2>
          <p className="text-muted">{t('queriesLead')}</p>
          <ul className="work-list">
            {queries.map((query) => (
              <li key={query.id} className="work-line grid gap-2">
                <p>
                  <span className="font-semibold">{money(query.total)}</span> · {t(query.method)} ·{' '}
                  {t(codeWord(query.code))}
                </p>
                <p className="text-sm text-muted">
                  {formatMoment(query.deviceAt, locale)} · {query.sellerName}
                </p>
                {manages ? (
                  <form method="post" className="grid gap-3">
                    <input type="hidden" name="query" value={query.id} />
                    <label className="field">
                      <span className="field-label">{t('note')}</span>
                      <input className="input" name="note" maxLength={500} />
                    </label>
                    <label className="inline-flex min-h-11 items-center gap-2">
                      <input type="checkbox" name="returned" /> {t('moneyReturned')}
                    </label>
                    <div className="flex flex-wrap gap-3">
                      <Button name="decision" value="book">
                        {t('bookAnyway')}
                      </Button>
                      <Button name="decision" value="settle" look="quiet">
                        {t('settle')}
                      </Button>
                    </div>
                  </form>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className="grid gap-4" aria-labelledby="ban">
        <h2 id="ban">{t('sales')}</h2>
        {sales.length === 0 ? <p>{t('noSales')}</p> : null}
        <ul className="work-list">
          {sales.map((sale) => (
            <li key={sale.id} className="work-line grid gap-1">
              <p>
                <a className="link font-semibold" href={`/can-bo/trung-tam/hoa-don/${sale.id}`}>
                  {sale.number}
                </a>{' '}
                · {money(sale.total)} · {t(sale.method)}
                {sale.offline ? ` · ${t('wasOffline')}` : ''}
                {sale.state === 'voided' ? ` · ${t('voided')}` : ''}
              </p>
              <p className="text-sm text-muted">
                {formatMoment(sale.soldAt, locale)} ·{' '}
                {sale.lines.map(({ title, quantity }) => `${title} × ${quantity}`).join('; ')}
              </p>
              {sale.state === 'booked' ? (
                <details>
                  <summary className="link min-h-11">{t('void')}</summary>
                  <form method="post" className="flex flex-wrap items-end gap-3">
                    <input type="hidden" name="voids" value={sale.id} />
                    <label className="field grow">
                      <span className="field-label">{t('reason')}</span>
                      <input className="input" name="reason" minLength={3} maxLength={500} required />
                    </label>
                    <Button look="warn">{t('void')}</Button>
                  </form>
                </details>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
      {closes.length > 0 ? (
        <section className="grid gap-4" aria-labelledby="da-chot">
          <h2 id="da-chot">{t('closes')}</h2>
          <ul className="work-list">
            {closes.map((each) => (
              <li key={each.id} className="work-line">
                <p className="tabular">
                  {formatMoment(each.at, locale)} · {money(each.countedCash)} · {t('difference')}{' '}
                  {money(each.difference)}
                </p>
                <p className="text-sm text-muted">{[each.closedBy, each.note].filter(Boolean).join(' · ')}</p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}

function codeWord(code: string) {
  const known = ['stock_short', 'counter_price_changed', 'lot_recalled', 'no_agreement'] as const
  return `code_${known.find((each) => each === code) ?? 'other'}` as const
}
