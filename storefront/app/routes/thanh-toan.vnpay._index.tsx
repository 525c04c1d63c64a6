import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LinkButton } from '#app/components/link-button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { gatewayWords } from '#app/components/order/gateway-words.ts'
import { PageHeader } from '#app/components/page-header.tsx'
import { payment as words } from '#app/i18n/payment.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatMoney } from '#app/lib/format.ts'
import { groupPath } from '#app/lib/group-path.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { readPayment } from '#app/lib/medusa/payments.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { readSession } from '#app/lib/session.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  ...pageMeta(data?.head),
  ...(data?.again ? [{ httpEquiv: 'refresh', content: `${data.again.seconds};url=${data.again.url}` }] : []),
]

export const headers = privateHeaders

/** So often the page looks every three seconds; then every fifteen, and says that it takes long. */
const QUICK_LOOKS = 20
const MOST_LOOKS = 200

/**
 * Back from VNPay. What the address says is a hint to read at most: the page asks the shop, whose word comes from VNPay's signed notice or
 * its answer to a query, shows that, and looks again while there is none. It changes nothing.
 */
export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, words)
  const { searchParams } = new URL(args.request.url)
  const session = await readSession(args.request)
  const link = session.get('paying') ?? null
  const head = { title: t('backTitle'), description: t('waitingText'), locale: context.locale, url: '/', index: false }
  if (!link) return data({ head, payment: null, order: null, code: null, again: null, looks: 0 })
  const looks = Math.min(MOST_LOOKS, Number(/^\d{1,3}$/.exec(searchParams.get('lan') ?? '0')?.[0] ?? 0))
  const code = /^\d{2}$/.exec(searchParams.get('vnp_ResponseCode') ?? searchParams.get('ma') ?? '')?.[0] ?? null
  const payment = await readPayment(context, link, true).catch((error: unknown) => {
    if (error instanceof ShopError) return null
    throw error
  })
  const waiting = payment === null || payment.state === 'waiting' || (payment.state === 'unpaid' && code === '00')
  const next = new URLSearchParams({ lan: String(looks + 1), ...(code ? { ma: code } : {}) })
  const again =
    waiting && looks < MOST_LOOKS ? { url: `/thanh-toan/vnpay?${next}`, seconds: looks < QUICK_LOOKS ? 3 : 15 } : null
  return data({ head, payment, order: groupPath(link.groupId, link.token), code, again, looks })
}

export default function VnpayReturnRoute() {
  const t = useT(words)
  const { payment, order, again } = useLoaderData<typeof loader>()
  const { title, body } = useStanding()
  return (
    <div className="wrap max-w-[46rem] pb-14">
      <PageHeader title={title} eyebrow={payment ? t('number', { number: payment.displayNo }) : undefined} />
      <div className="grid justify-items-start gap-5">
        {body}
        <div className="flex flex-wrap gap-3">
          {order ? (
            <LinkButton to={order}>{payment?.mayPay && !again ? t('payAgain') : t('toOrder')}</LinkButton>
          ) : null}
          {again ? (
            <LinkButton look="quiet" to={again.url} reloadDocument>
              {t('lookAgain')}
            </LinkButton>
          ) : null}
        </div>
      </div>
    </div>
  )
}

/** What is known, in words. */
function useStanding() {
  const t = useT(words)
  const locale = useLocale()
  const { payment, order, code, again, looks } = useLoaderData<typeof loader>()
  if (!order) return { title: t('backTitle'), body: <Notice>{t('unknownText')}</Notice> }
  if (again || payment === null) {
    return {
      title: t('waitingTitle'),
      body: (
        <Notice live>
          <p>{looks > QUICK_LOOKS ? t('waitingLong') : t('waitingText')}</p>
        </Notice>
      ),
    }
  }
  switch (payment.state) {
    case 'paid':
      return {
        title: t('successTitle'),
        body: (
          <Notice kind="success" live>
            <p>{t('successText', { total: formatMoney(payment.total, locale), number: payment.displayNo })}</p>
          </Notice>
        ),
      }
    case 'held':
      return { title: t('heldTitle'), body: <Notice kind="warning">{t('heldText')}</Notice> }
    case 'sent_back':
      return { title: t('sentBackTitle'), body: <Notice kind="warning">{t('sentBackText')}</Notice> }
    case 'closed':
      return { title: t('expiredTitle'), body: <Notice>{t('expiredText')}</Notice> }
    default:
      return {
        title: t('failedTitle'),
        body: (
          <Notice kind="warning">
            <p>
              {gatewayWords(t, payment.attempt?.responseCode ?? code)} {t('failedText')}
            </p>
          </Notice>
        ),
      }
  }
}
