import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CartGroup } from '#app/components/cart/cart-group.tsx'
import { CartNotice } from '#app/components/cart/cart-notice.tsx'
import { CartOffers } from '#app/components/cart/cart-offers.tsx'
import { CartTotals } from '#app/components/cart/cart-totals.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { cart as words } from '#app/i18n/cart.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { env } from '#app/lib/env.server.ts'
import { reviewCart } from '#app/lib/medusa/cart.server.ts'
import { runCartAction } from '#app/lib/medusa/cart-actions.server.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { keepSession, readSession } from '#app/lib/session.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** The cart at today's prices. When the shop does not answer, the page says so with 503 and the cart stays as it is. */
export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, words)
  const session = await readSession(args.request)
  const notice = session.get('notice') ?? null
  const head = {
    title: t('title'),
    description: t('emptyBody'),
    locale: context.locale,
    url: `${env().STOREFRONT_URL}/gio-hang`,
    index: false,
  }
  try {
    const review = await reviewCart(context, session.get('cartId'))
    // A notice is said once, so showing it changes the cookie.
    const headers = notice ? { 'Set-Cookie': await keepSession(session) } : undefined
    return data({ head, notice, cart: { kind: 'open' as const, review } }, { headers })
  } catch (error) {
    if (!(error instanceof ShopError)) throw error
    return data(
      { head, notice: null, cart: { kind: 'unavailable' as const } },
      { status: 503, headers: { 'Retry-After': '30' } },
    )
  }
}

/** Answers that belong to the field of promotion codes. */
const OF_OFFERS: readonly string[] = ['errorOffer', 'errorOffers', 'errorOfferTyped']

/** One form, one `intent`: `add`, `update`, `remove`, `undo`, `deliver`, `offer` or `drop_offer`. Success answers with 303, so a reload repeats nothing. */
export async function action({ request, context }: ActionFunctionArgs) {
  const session = await readSession(request)
  const outcome = await runCartAction(requestContext({ request, context }), session, await request.formData())
  if (outcome.kind === 'failed')
    return data({ lineId: outcome.lineId, error: outcome.error }, { status: outcome.status })
  if (outcome.notice) session.flash('notice', outcome.notice)
  return redirect('/gio-hang', { status: 303, headers: { 'Set-Cookie': await keepSession(session) } })
}

export default function CartRoute() {
  const t = useT(words)
  const { cart, notice } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  if (cart.kind === 'unavailable') {
    return (
      <div className="wrap grid gap-6 pb-14">
        <PageHeader title={t('title')} />
        <Notice kind="warning" title={t('unavailableTitle')}>
          <p>{t('unavailableBody')}</p>
        </Notice>
        <p>
          <LinkButton to="/gio-hang" reloadDocument>
            {t('retry')}
          </LinkButton>
        </p>
      </div>
    )
  }
  const { review } = cart
  const lines = review?.lines ?? []
  const offerError = failure && OF_OFFERS.includes(failure.error) ? failure : null
  const lineError = failure?.lineId && lines.some(({ id }) => id === failure.lineId) ? failure : null
  return (
    <div className="wrap pb-14">
      <PageHeader title={t('title')} />
      <div className="grid gap-6">
        {notice ? <CartNotice notice={notice} /> : null}
        {failure && !lineError && !offerError ? (
          <Notice kind="warning" live>
            <p>{t(failure.error)}</p>
          </Notice>
        ) : null}
        {review && lines.length > 0 ? (
          <div className="grid gap-8 lg:grid-cols-[1fr_21rem] lg:items-start lg:gap-10">
            <div className="grid min-w-0 gap-8">
              {review.groups.map((group) => (
                <CartGroup
                  key={group.producer.id}
                  group={group}
                  lines={lines.filter(({ id }) => group.lineIds.includes(id))}
                  errorOf={(lineId) => (lineError?.lineId === lineId ? t(lineError.error) : null)}
                />
              ))}
              <CartOffers offers={review.offers} error={offerError ? t(offerError.error) : null} />
            </div>
            <CartTotals review={review} />
          </div>
        ) : (
          <EmptyState title={t('emptyTitle')} actions={<LinkButton to="/san-pham">{t('browse')}</LinkButton>}>
            <p>{t('emptyBody')}</p>
          </EmptyState>
        )}
      </div>
    </div>
  )
}
