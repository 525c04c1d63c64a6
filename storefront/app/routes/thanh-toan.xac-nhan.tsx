import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CheckoutSteps } from '#app/components/checkout/checkout-steps.tsx'
import { OrderDraft } from '#app/components/checkout/order-draft.tsx'
import { PlaceOrderForm } from '#app/components/checkout/place-order-form.tsx'
import { PlaceTrouble } from '#app/components/checkout/place-trouble.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { checkout } from '#app/i18n/checkout.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { takeOverCart } from '#app/lib/customer/take-over-cart.server.ts'
import { env } from '#app/lib/env.server.ts'
import { groupPath } from '#app/lib/group-path.ts'
import { noteConsents, placeOrder, reviewCart } from '#app/lib/medusa/cart.server.ts'
import type { PaymentMethod } from '#app/lib/medusa/cart-types.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { type ConsentPurpose, consentsIn, readConsentTexts } from '#app/lib/medusa/consents.server.ts'
import { sendToVnpay } from '#app/lib/medusa/send-to-vnpay.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { keepSession, readSession } from '#app/lib/session.server.ts'
import { parseForm } from '#app/schemas/form.ts'
import { placeOrderSchema } from '#app/schemas/place-order.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** What is asked with an order; news of the order only where there is an address to send them to. */
function purposesOf(email: string | null | undefined): ConsentPurpose[] {
  return email ? ['order', 'order_messages', 'offers'] : ['order']
}

/**
 * The order as it would be placed now, and the key under which it will be: made here, so that pressing twice, reloading
 * and a broken connection all mean the same order. Writes nothing. A cart that has gone is told apart from an empty one,
 * because it may have become an order a moment ago; a shop that does not answer must not hide what the action says.
 */
export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, checkout)
  const session = await readSession(args.request)
  const cartId = session.get('cartId')
  if (!cartId) throw redirect('/gio-hang')
  const page = {
    head: {
      title: t('confirmTitle'),
      description: t('placeNote'),
      locale: context.locale,
      url: `${env().STOREFRONT_URL}/thanh-toan/xac-nhan`,
      index: false,
    },
    idempotencyKey: randomUUID(),
  }
  try {
    const review = await reviewCart(context, cartId)
    if (review && review.lines.length === 0) throw redirect('/gio-hang')
    if (review && !review.delivery) throw redirect('/thanh-toan/giao-hang')
    const consents = await readConsentTexts(context, purposesOf(review?.delivery?.email))
    return data({ ...page, review, consents, shop: 'open' as const })
  } catch (error) {
    if (!(error instanceof ShopError)) throw error
    const headers = { 'Retry-After': '30' }
    return data({ ...page, review: null, consents: [], shop: 'unavailable' as const }, { status: 503, headers })
  }
}

/**
 * Places the order once and moves on to its page with 303. Otherwise says what has changed (409), that the page was out
 * of date (400), or that nobody knows whether the order went through (503); then the same key asks again without ordering
 * twice. Every other failure comes with a new key.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const asked = requestContext({ request, context })
  const session = await readSession(request)
  const cartId = session.get('cartId')
  if (!cartId) throw redirect('/gio-hang', 303)
  const form = await request.formData()
  const parsed = parseForm(placeOrderSchema, form)
  const chosen = { method: methodIn(form), consents: form.getAll('consent').map(String) }
  const again = { given: chosen, review: null, total: null, agreedTotal: null }
  if (!parsed.ok && (parsed.errors.idempotencyKey || parsed.errors.expectedTotal)) return stale(400, chosen)
  const consents = consentsIn(form, ['order', 'order_messages', 'offers'])
  const unagreed = !consents.some(({ purpose, given }) => purpose === 'order' && given)
  if (!parsed.ok || unagreed) {
    const errors: PlaceErrors = { method: parsed.ok ? null : 'errorMethod', consent: unagreed ? 'errorConsent' : null }
    return data({ ...again, kind: 'incomplete' as const, errors, idempotencyKey: randomUUID() }, { status: 400 })
  }
  const { idempotencyKey, expectedTotal, method } = parsed.value
  try {
    await takeOverCart({ request, context }, cartId)
    await noteConsents(asked, cartId, consents)
    const outcome = await placeOrder(asked, cartId, { idempotencyKey, expectedTotal, method })
    if (outcome.kind === 'changed') {
      const { review } = outcome
      return data(
        {
          ...again,
          kind: 'changed' as const,
          errors: NO_ERRORS,
          review,
          idempotencyKey: randomUUID(),
          total: review.total,
          agreedTotal: expectedTotal,
        },
        { status: 409 },
      )
    }
    session.unset('cartId')
    const { groupId, token, state } = outcome.order
    const page = groupPath(groupId, token)
    if (outcome.order.method === 'vnpay' && state === 'awaiting_payment') {
      return await sendToVnpay(asked, session, { groupId, token })
    }
    return redirect(
      outcome.order.method === 'bank_transfer' && state === 'awaiting_payment' ? `${page}#chuyen-khoan` : page,
      {
        status: 303,
        headers: { 'Set-Cookie': await keepSession(session) },
      },
    )
  } catch (error) {
    if (!(error instanceof ShopError)) throw error
    if (error.kind === 'unavailable' || error.kind === 'too_many') {
      return data(
        {
          ...again,
          kind: 'unknown' as const,
          errors: NO_ERRORS,
          idempotencyKey,
          total: expectedTotal,
          agreedTotal: expectedTotal,
        },
        { status: 503, headers: { 'Retry-After': '10' } },
      )
    }
    if (error.code === 'method_not_offered') {
      const errors: PlaceErrors = { method: 'methodGone', consent: null }
      return data({ ...again, kind: 'incomplete' as const, errors, idempotencyKey: randomUUID() }, { status: 422 })
    }
    return stale(error.kind === 'not_found' ? 404 : 409, chosen)
  }
}

interface PlaceErrors {
  method: 'errorMethod' | 'methodGone' | null
  consent: 'errorConsent' | null
}
const NO_ERRORS: PlaceErrors = { method: null, consent: null }

function stale(status: number, given: { method: PaymentMethod | null; consents: string[] }) {
  return data(
    {
      ...{ given, errors: NO_ERRORS, review: null, total: null, agreedTotal: null },
      kind: 'stale' as const,
      idempotencyKey: randomUUID(),
    },
    { status },
  )
}

function methodIn(form: FormData): PaymentMethod | null {
  const method = form.get('method')
  return method === 'vnpay' || method === 'bank_transfer' || method === 'cod' ? method : null
}

export default function ConfirmRoute() {
  const t = useT(checkout)
  const loaded = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const review = failed?.review ?? loaded.review
  const total = failed?.total ?? review?.total ?? null
  const errors: PlaceErrors = failed?.errors ?? NO_ERRORS
  return (
    <div className="wrap max-w-[60rem] pb-14">
      <CheckoutSteps current="confirm" />
      <PageHeader title={t('confirmTitle')} />
      <div className="grid gap-6">
        {failed && failed.kind !== 'incomplete' ? (
          <PlaceTrouble kind={failed.kind} total={failed.total} agreedTotal={failed.agreedTotal} />
        ) : null}
        {review?.delivery ? <OrderDraft review={review} delivery={review.delivery} /> : null}
        {total !== null && (review ? review.ready : failed?.kind === 'unknown') ? (
          <PlaceOrderForm
            total={total}
            idempotencyKey={failed?.idempotencyKey ?? loaded.idempotencyKey}
            methods={review?.paymentMethods ?? []}
            consents={loaded.consents}
            given={failed?.given ?? { method: null, consents: [] }}
            errors={{
              method: errors.method ? t(errors.method) : null,
              consent: errors.consent ? t(errors.consent) : null,
            }}
          />
        ) : null}
        {review && !review.ready ? <LinkButton to="/gio-hang">{t('changeCart')}</LinkButton> : null}
        {!review && failed?.kind !== 'unknown' ? <NothingToConfirm gone={loaded.shop === 'open'} /> : null}
      </div>
    </div>
  )
}

/** The cart has gone (placed elsewhere, or forgotten), or the shop does not say. */
function NothingToConfirm({ gone }: { gone: boolean }) {
  const t = useT(checkout)
  return (
    <Notice kind={gone ? 'info' : 'warning'} title={gone ? t('goneTitle') : t('shopAwayTitle')}>
      <p>{gone ? t('goneBody') : t('shopAwayBody')}</p>
      <p className="pt-3">
        <LinkButton look="quiet" to={gone ? '/san-pham' : '/thanh-toan/xac-nhan'} reloadDocument={!gone}>
          {gone ? t('browse') : t('retry')}
        </LinkButton>
      </p>
    </Notice>
  )
}
