import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Day } from '#app/components/day.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { DeliveryAddress } from '#app/components/order/delivery-address.tsx'
import { GroupSheet, type GroupTrouble } from '#app/components/order/group-sheet.tsx'
import { OrderLines } from '#app/components/order/order-lines.tsx'
import { OrderTimeline } from '#app/components/order/order-timeline.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { order as words } from '#app/i18n/order.ts'
import { payment as paymentWords } from '#app/i18n/payment.ts'
import { refundAccount as accountWords } from '#app/i18n/refund-account.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { env } from '#app/lib/env.server.ts'
import { groupPath } from '#app/lib/group-path.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import {
  cancelGroup,
  changeMethod,
  giveRefundAccount,
  isGroupLink,
  readGroup,
  receiveParcel,
} from '#app/lib/medusa/order-groups.server.ts'
import { type OrderAnswer, readOrder } from '#app/lib/medusa/orders.server.ts'
import { readPayment, readTransfer } from '#app/lib/medusa/payments.server.ts'
import { sendToVnpay } from '#app/lib/medusa/send-to-vnpay.server.ts'
import { type PageHead, pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { readSession } from '#app/lib/session.server.ts'
import type { PageHandle } from '#app/root.tsx'

/** Nothing here needs a script, and a page with an address and a phone number on it has no business running any. */
export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

const STATUS = { order: 200, token_missing: 401, refused: 403, unavailable: 503 } as const

/**
 * An order group behind its signed link, `?t=`: 401 without one, 403 with a wrong or old one or for no such order. Links given before there
 * were groups name a single order, and open it still. The time to pay is counted here: the page runs no script.
 */
export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const { searchParams } = new URL(args.request.url)
  const token = searchParams.get('t')
  const id = args.params.id ?? ''
  const head = (title: string) => ({
    title,
    description: serverT(context, words)('keepLink'),
    locale: context.locale,
    url: `${env().STOREFRONT_URL}/don-hang`,
    index: false,
  })
  if (id.startsWith('ogrp_')) {
    const answer = await readGroup(context, id, token)
    if (answer.kind === 'group' && token) {
      const { group } = answer
      const link = { groupId: id, token }
      const [payment, transfer] = await Promise.all([
        group.method === 'cod' ? null : readPayment(context, link, false).catch(unknownAsNull),
        group.state === 'awaiting_payment' && group.method === 'bank_transfer'
          ? readTransfer(context, link).catch(unknownAsNull)
          : null,
      ])
      return data({
        head: head(serverT(context, paymentWords)('metaTitle', { number: group.displayNo })),
        page: {
          kind: 'group' as const,
          group,
          payment,
          transfer,
          transferPicture: `/don-hang/${id}/vietqr.png?t=${encodeURIComponent(token)}`,
          token,
          received: searchParams.get('xong') === 'nhan',
          accountGiven: searchParams.get('xong') === 'taikhoan',
          minutesLeft: minutesUntil(group),
          trouble: searchParams.get('loi') === 'cong' ? ('errorGateway' as const) : troubleIn(searchParams),
        },
      })
    }
    return closed(head(serverT(context, words)('metaClosed')), answer.kind === 'group' ? 'token_missing' : answer.kind)
  }
  const answer = await readOrder(context, id, token)
  if (answer.kind !== 'order') return closed(head(serverT(context, words)('metaClosed')), answer.kind)
  const number = String(answer.order.displayId)
  return data({
    head: head(serverT(context, words)('metaTitle', { number })),
    page: { kind: 'order' as const, order: answer.order },
  })
}

function closed(head: PageHead, kind: Exclude<keyof typeof STATUS, 'order'>) {
  const headers = kind === 'unavailable' ? { 'Retry-After': '30' } : undefined
  return data({ head, page: { kind } }, { status: STATUS[kind], headers })
}

/** The page says what it knows; what the shop does not tell is left out. */
function unknownAsNull(error: unknown): null {
  if (error instanceof ShopError) return null
  throw error
}

function minutesUntil({ state, expiresAt }: { state: string; expiresAt: string | null }): number | null {
  if (state !== 'awaiting_payment' || expiresAt === null) return null
  return Math.max(0, Math.ceil((new Date(expiresAt).getTime() - Date.now()) / 60_000))
}

function troubleIn(search: URLSearchParams): GroupTrouble | null {
  switch (search.get('loi')) {
    case 'doi':
      return 'errorChanged'
    case 'muon':
      return 'errorUnderWay'
    case 'nghi':
      return 'errorAway'
    default:
      return null
  }
}

/**
 * `intent`: `pay` goes to VNPay, `change` pays in another way, `cancel` cancels the group or one order,
 * `received` says that a parcel has come, `account` where a refund goes. Each leads back by 303; a refused account is answered with its form.
 */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const asked = requestContext({ request, context })
  const groupId = params.id ?? ''
  const token = new URL(request.url).searchParams.get('t') ?? ''
  if (!isGroupLink(groupId, token)) throw data(null, { status: 404 })
  const page = groupPath(groupId, token)
  const form = await request.formData()
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim().slice(0, 300) : ''
  }
  try {
    switch (form.get('intent')) {
      case 'pay':
        return await sendToVnpay(asked, await readSession(request), { groupId, token })
      case 'change': {
        const method = text('method')
        if (method !== 'vnpay' && method !== 'bank_transfer' && method !== 'cod') throw data(null, { status: 400 })
        await changeMethod(asked, { groupId, token, method })
        break
      }
      case 'cancel':
        await cancelGroup(asked, { groupId, token, orderId: text('orderId') || null, reason: text('reason') })
        break
      case 'received':
        await receiveParcel(asked, { groupId, token, parcelId: text('parcelId') })
        return redirect(`${page}&xong=nhan`, 303)
      case 'account':
        return await takeAccount(asked, { groupId, token }, text)
      default:
        throw data(null, { status: 400 })
    }
  } catch (error) {
    if (!(error instanceof ShopError)) throw error
    if (error.kind === 'unavailable' || error.kind === 'too_many') return redirect(`${page}&loi=nghi`, 303)
    return redirect(`${page}&loi=${error.code === 'order_under_way' ? 'muon' : 'doi'}`, 303)
  }
  return redirect(page, 303)
}

/** The number is not sent back: it is typed again. Throws ShopError for what is not about a field. */
async function takeAccount(
  context: ReturnType<typeof requestContext>,
  link: { groupId: string; token: string },
  text: (name: string) => string,
) {
  const values = { bankBin: text('bankBin'), holder: text('holder') }
  try {
    await giveRefundAccount(context, link, { ...values, number: text('number') })
  } catch (error) {
    if (!(error instanceof ShopError)) throw error
    const away = error.kind === 'unavailable' || error.kind === 'too_many'
    if (!away && error.field === null) throw error
    const sentence = away ? serverT(context, accountWords)('away') : error.message
    return data({ values, errors: { [error.field ?? 'form']: sentence } }, { status: error.status })
  }
  return redirect(`${groupPath(link.groupId, link.token)}&xong=taikhoan`, 303)
}

export default function OrderRoute() {
  const { page } = useLoaderData<typeof loader>()
  const refusedAccount = useActionData<typeof action>() ?? null
  switch (page.kind) {
    case 'group':
      return <GroupSheet {...page} refusedAccount={refusedAccount} />
    case 'order':
      return <OrderSheet order={page.order} />
    default:
      return <ClosedOrder kind={page.kind} />
  }
}

function OrderSheet({ order }: { order: Extract<OrderAnswer, { kind: 'order' }>['order'] }) {
  const t = useT(words)
  return (
    <article className="wrap max-w-[60rem] pb-14">
      <PageHeader title={t('thanks')} eyebrow={t('number', { number: String(order.displayId) })}>
        <p className="text-muted">
          {t('placedAt')} <Day value={order.createdAt} moment />
        </p>
      </PageHeader>
      <div className="grid gap-8 md:grid-cols-[1.5fr_1fr] md:items-start">
        <div className="grid gap-8">
          <OrderLines order={order} />
          <Notice>
            <p>{t('scanTip')}</p>
            <p className="print-hidden pt-2">
              <a className="link inline-flex min-h-8 items-center" href="/kiem-tra-tem">
                {t('checkCode')}
              </a>
            </p>
          </Notice>
        </div>
        <div className="grid gap-6">
          <OrderTimeline steps={order.timeline} />
          <section className="card card-body grid gap-3">
            <h2 className="text-lg">{t('deliverTo')}</h2>
            <DeliveryAddress delivery={order.delivery} />
          </section>
          <div className="print-hidden grid gap-2 text-sm text-muted">
            <p>{t('keepLink')}</p>
            <p>{t('printHint')}</p>
          </div>
        </div>
      </div>
    </article>
  )
}

const CLOSED_WORDS = {
  token_missing: ['missingTitle', 'missingBody'],
  refused: ['refusedTitle', 'refusedBody'],
  unavailable: ['unavailableTitle', 'unavailableBody'],
} as const

function ClosedOrder({ kind }: { kind: keyof typeof CLOSED_WORDS }) {
  const t = useT(words)
  const [title, body] = CLOSED_WORDS[kind]
  return (
    <div className="wrap grid max-w-[46rem] justify-items-start gap-4 pt-6 pb-14">
      <PageHeader title={t(title)} lead={t(body)} />
      <div className="flex flex-wrap gap-3">
        <LinkButton to="/lien-he">{t('contact')}</LinkButton>
        <LinkButton look="quiet" to="/san-pham">
          {t('shop')}
        </LinkButton>
      </div>
    </div>
  )
}
