import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CentreMenu } from '#app/components/centre/centre-menu.tsx'
import { FairBooths } from '#app/components/centre/fair-booths.tsx'
import { FairDays } from '#app/components/centre/fair-days.tsx'
import { FairLeft } from '#app/components/centre/fair-left.tsx'
import { FairProducts } from '#app/components/centre/fair-products.tsx'
import { FairStanding } from '#app/components/centre/fair-standing.tsx'
import { SalesByProducer } from '#app/components/centre/sales-by-producer.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { fairs } from '#app/i18n/fairs.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { atCentre, textsOf, tryWrite, wholeNumber } from '#app/lib/centre/centre-page.server.ts'
import type { FairDesk } from '#app/lib/centre/fair-types.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { inLanguage } from '#app/lib/post-inspection/ask.server.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }
export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)
export const headers = privateHeaders

const PATH = '/can-bo/trung-tam/hoi-cho'
const DONE = ['lap', 'sua', 'gian', 'xoa-gian', 'hang', 'sua-hang', 'xoa-hang', 'mo', 'dong', 'huy'] as const
const pathOf = (id: string | undefined) => `/official/centre/fairs/${encodeURIComponent(id ?? '')}` as const

/** A fair as the centre works on it; `?xong=` says what was just done. */
export async function loader(args: LoaderFunctionArgs) {
  const { official } = await atCentre(args)
  const [desk, me] = await pageData(Promise.all([official.ask<FairDesk>(pathOf(args.params.fair)), official.desk()]))
  const done = new URL(args.request.url).searchParams.get('xong')
  return {
    head: deskHead(requestContext(args), `${PATH}/${desk.fair.id}`, desk.fair.name, desk.fair.place),
    ...desk,
    manages: me.verbs.includes('centre:manage'),
    done: DONE.find((each) => each === done) ?? null,
  }
}

/**
 * Form member `viec`: `gian` adds a booth, `xoa-gian` removes one, `hang` lists goods, `sua-hang` changes and `xoa-hang` removes a line,
 * `mo`, `dong` and `huy` open, close and cancel the fair.
 */
export async function action(args: ActionFunctionArgs) {
  const { official, locale } = await atCentre(args)
  const values = await textsOf(args.request)
  const post = (rest: string, body: Record<string, unknown> = {}) =>
    official.ask(`${pathOf(args.params.fair)}${rest}`, { method: 'POST', body, headers: inLanguage(locale) })
  const id = encodeURIComponent(values.id ?? '')
  // What is no number is sent as it is, and refused with a sentence.
  const number = (text: string | undefined) => {
    const whole = wholeNumber(text)
    return Number.isNaN(whole) ? text : whole
  }
  const line = { price: values.price ? number(values.price) : null, note: values.note || null }
  const [productId = '', variantId = ''] = (values.goods ?? '').split(' ')
  const deeds: Record<string, () => Promise<unknown>> = {
    gian: () => post('/booths', { name: values.name ?? '' }),
    'xoa-gian': () => post(`/booths/${id}/remove`),
    hang: () => post('/entries', { boothId: values.boothId ?? '', productId, variantId, ...line }),
    'sua-hang': () => post(`/entries/${id}`, { ...line, position: number(values.position) }),
    'xoa-hang': () => post(`/entries/${id}/remove`),
    mo: () => post('/open'),
    dong: () => post('/close'),
    huy: () => post('/cancel', { reason: values.reason ?? '' }),
  }
  const done = DONE.find((each) => each === values.viec)
  const deed = done && deeds[done]
  if (!deed) throw new Response(null, { status: 400 })
  const back = `${PATH}/${encodeURIComponent(args.params.fair ?? '')}?xong=${done}`
  return (await tryWrite(deed(), values)) ?? redirect(back, 303)
}

export default function FairRoute() {
  const t = useT(fairs)
  const { fair, booths, entries, goods, sales, manages, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const underWay = fair.state === 'planned' || fair.state === 'open'
  return (
    <div className="wrap grid max-w-[60rem] gap-8 pb-14">
      <div>
        <CentreMenu />
        <PageHeader
          title={fair.name}
          eyebrow={[t(`state_${fair.state}`), ...(fair.sample ? [t('sample')] : [])].join(' · ')}
          lead={
            <>
              <FairDays {...fair} /> · {fair.place}, {fair.address}
            </>
          }
        >
          {fair.note ? <p className="max-w-[60ch] whitespace-pre-line">{fair.note}</p> : null}
          <div className="flex flex-wrap gap-3 pt-1">
            {manages && underWay ? (
              <LinkButton look="quiet" to={`${PATH}/${fair.id}/sua`} reloadDocument>
                {t('change')}
              </LinkButton>
            ) : null}
            <LinkButton look="quiet" to={`/hoi-cho/${fair.slug}`} reloadDocument>
              {t('publicPage')}
            </LinkButton>
            {fair.state === 'cancelled' ? null : (
              <LinkButton look="quiet" to={`/hoi-cho/${fair.slug}/danh-muc.pdf`} reloadDocument>
                {t('catalogueFile')}
              </LinkButton>
            )}
          </div>
        </PageHeader>
        <div className="grid gap-4">
          {refused ? (
            <Notice kind="warning" live>
              <p>{refused.sentence}</p>
              {refused.values.viec === 'dong' || refused.values.viec === 'huy' ? <FairLeft booths={booths} /> : null}
            </Notice>
          ) : null}
          {done && !refused ? (
            <Notice kind="success" live>
              {t(`done_${done}`)}
            </Notice>
          ) : null}
          {fair.cancelReason ? <Notice kind="warning">{t('cancelled', { reason: fair.cancelReason })}</Notice> : null}
          {manages ? null : <Notice>{t('managersOnly')}</Notice>}
        </div>
      </div>
      <FairBooths
        booths={booths}
        mayAdd={manages && underWay}
        underWay={underWay}
        typed={refused?.values.viec === 'gian' ? (refused.values.name ?? '') : ''}
      />
      <FairProducts
        booths={booths}
        entries={entries}
        goods={goods}
        underWay={underWay}
        refused={refused?.values ?? null}
      />
      <section className="grid gap-3" aria-labelledby="doanh-so">
        <h2 id="doanh-so">{t('sales')}</h2>
        <p className="text-muted">{t('salesLead')}</p>
        {sales.length === 0 ? <p>{t('noSales')}</p> : <SalesByProducer sales={sales} />}
      </section>
      {manages && underWay ? (
        <FairStanding
          state={fair.state}
          booths={booths}
          typedReason={refused?.values.viec === 'huy' ? (refused.values.reason ?? '') : null}
        />
      ) : null}
    </div>
  )
}
