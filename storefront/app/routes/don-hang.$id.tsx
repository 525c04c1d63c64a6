import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Day } from '#app/components/day.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { DeliveryAddress } from '#app/components/order/delivery-address.tsx'
import { OrderLines } from '#app/components/order/order-lines.tsx'
import { OrderTimeline } from '#app/components/order/order-timeline.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { order as words } from '#app/i18n/order.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { env } from '#app/lib/env.server.ts'
import { type OrderAnswer, readOrder } from '#app/lib/medusa/orders.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import type { PageHandle } from '#app/root.tsx'

/** Nothing here needs a script, and a page with an address and a phone number on it has no business running any. */
export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

const STATUS = { order: 200, token_missing: 401, refused: 403, unavailable: 503 } as const

/** An order behind its signed link, `?t=`: 401 without one, 403 with a wrong or old one or for no such order. */
export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, words)
  const token = new URL(args.request.url).searchParams.get('t')
  const answer = await readOrder(context, args.params.id ?? '', token)
  const title = answer.kind === 'order' ? t('metaTitle', { number: String(answer.order.displayId) }) : t('metaClosed')
  const head = {
    title,
    description: t('keepLink'),
    locale: context.locale,
    url: `${env().STOREFRONT_URL}/don-hang`,
    index: false,
  }
  const headers = answer.kind === 'unavailable' ? { 'Retry-After': '30' } : undefined
  return data({ head, answer }, { status: STATUS[answer.kind], headers })
}

export default function OrderRoute() {
  const { answer } = useLoaderData<typeof loader>()
  return answer.kind === 'order' ? <OrderSheet order={answer.order} /> : <ClosedOrder kind={answer.kind} />
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
