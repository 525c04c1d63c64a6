import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Day } from '#app/components/day.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { OwnReview } from '#app/components/review/own-review.tsx'
import { reviews as words } from '#app/i18n/reviews.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { textsOf } from '#app/lib/centre/centre-page.server.ts'
import { env } from '#app/lib/env.server.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { buyerOrder } from '#app/lib/orders/returns.server.ts'
import { readReviewChoices, sendReview, takeReviewBack } from '#app/lib/orders/reviews.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

/** As the order's own page. */
export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

const DONE = { gui: 'sent', rut: 'takenBack' } as const

/** `?t=` the group's token, `?don=` one of its orders; `xong=` says what was just done. */
export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, words)
  const { searchParams } = new URL(args.request.url)
  const order = buyerOrder(args.params.id ?? '', searchParams.get('t'), searchParams.get('don'))
  if (order === null) throw new Response(null, { status: 404 })
  const choices = await pageData(readReviewChoices(context, order))
  const head = {
    ...{ title: t('formTitle'), description: t('formLead'), locale: context.locale, index: false },
    url: `${env().STOREFRONT_URL}/don-hang`,
  }
  const done = searchParams.get('xong') ?? ''
  return { head, order, choices, done: Object.hasOwn(DONE, done) ? DONE[done as keyof typeof DONE] : null }
}

/** Form member `viec`: `gui` sends, `rut` takes back. What was refused comes back with everything that was entered. */
export async function action(args: ActionFunctionArgs) {
  const context = requestContext(args)
  const url = new URL(args.request.url)
  const order = buyerOrder(args.params.id ?? '', url.searchParams.get('t'), url.searchParams.get('don'))
  if (order === null) throw new Response(null, { status: 404 })
  const values = await textsOf(args.request)
  const lineId = values.lineId ?? ''
  const back = values.viec === 'rut'
  try {
    if (back) await takeReviewBack(context, order, lineId)
    else {
      const displayName = values.displayName || null
      await sendReview(context, order, { lineId, points: Number(values.points), body: values.body ?? '', displayName })
    }
  } catch (error) {
    if (!(error instanceof ShopError) || error.kind === 'not_found' || error.kind === 'forbidden') throw error
    return data({ values, field: error.field, sentence: error.message }, { status: error.status })
  }
  url.searchParams.set('xong', back ? 'rut' : 'gui')
  return redirect(`${url.pathname}${url.search}`, 303)
}

export default function ReviewRoute() {
  const t = useT(words)
  const { choices, order, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="wrap max-w-[48rem] pb-14">
      <PageHeader title={t('formTitle')} lead={t('formLead')} />
      <div className="grid gap-6">
        {done && !refused ? (
          <Notice kind="success" live>
            {t(done)}
          </Notice>
        ) : null}
        {refused ? (
          <Notice kind="warning" live>
            {refused.sentence}
          </Notice>
        ) : null}
        {choices.state === 'open' ? null : <Notice>{t(choices.state === 'over' ? 'over' : 'notDelivered')}</Notice>}
        {choices.state === 'open' && choices.until ? (
          <p className="text-sm text-muted">
            {t('until')} <Day value={choices.until} />
          </p>
        ) : null}
        {choices.state === 'not_delivered'
          ? null
          : choices.lines.map((line) => (
              <OwnReview
                key={line.lineId}
                line={line}
                open={choices.state === 'open'}
                refused={refused?.values.lineId === line.lineId ? refused : null}
              />
            ))}
        <p>
          <a className="link inline-flex min-h-11 items-center" href={`/don-hang/${order.groupId}?t=${order.token}`}>
            {t('back')}
          </a>
        </p>
      </div>
    </div>
  )
}
