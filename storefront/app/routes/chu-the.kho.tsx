import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { stock as words } from '#app/i18n/stock.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { textsOf, tryWrite } from '#app/lib/centre/centre-page.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { inLanguage } from '#app/lib/post-inspection/ask.server.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { wholeNumber } from '#app/lib/seller/listings.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }
export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)
export const headers = privateHeaders

const PATH = '/chu-the/kho'
/** Below this a product is short; the same as on today's page. */
const ENOUGH = 6

/** Mirrors the backend's `OwnStock`. */
interface OwnStock {
  variantId: string
  product: string
  variant: string
  sku: string | null
  stocked: number
  reserved: number
}

/** What the producer has on hand; `?xong=` names the pack size that was just counted. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const { stock } = await pageData(producer.ask<{ stock: OwnStock[] }>('/producer/stock'))
  const context = requestContext(args)
  const t = serverT(context, words)
  return {
    head: deskHead(context, PATH, t('title'), t('lead')),
    stock,
    done: new URL(args.request.url).searchParams.get('xong'),
  }
}

/** Form members `id`, `stocked`, and `seen`, the number the form showed. */
export async function action(args: ActionFunctionArgs) {
  const producer = await requireProducer(args)
  const context = requestContext(args)
  const values = await textsOf(args.request)
  const stocked = wholeNumber(values.stocked ?? '')
  if (stocked === null || !Number.isInteger(stocked)) {
    return data({ sentence: serverT(context, words)('wrongNumber'), values }, { status: 422 })
  }
  const id = values.id ?? ''
  const work = producer.ask(`/producer/stock/${encodeURIComponent(id)}`, {
    method: 'POST',
    body: { stocked, seen: Number(values.seen) },
    headers: inLanguage(context.locale),
  })
  return (await tryWrite(work, values)) ?? redirect(`${PATH}?xong=${encodeURIComponent(id)}#${id}`, 303)
}

export default function StockRoute() {
  const t = useT(words)
  const { stock, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="wrap grid max-w-[48rem] gap-6 pb-14">
      <PageHeader title={t('title')} lead={t('lead')} />
      {refused ? (
        <Notice kind="warning" live>
          {refused.sentence}
        </Notice>
      ) : null}
      {stock.length === 0 ? (
        <EmptyState title={t('none')}>
          <p>{t('noneHint')}</p>
        </EmptyState>
      ) : (
        <ul className="grid gap-3">
          {stock.map((each) => (
            <StockItem
              key={`${each.variantId}${each.stocked}`}
              stock={each}
              typed={refused?.values.id === each.variantId ? (refused.values.stocked ?? '') : null}
              saved={!refused && done === each.variantId}
            />
          ))}
        </ul>
      )}
      <p className="text-sm text-muted">{t('atShops')}</p>
    </div>
  )
}

function StockItem({ stock, typed, saved }: { stock: OwnStock; typed: string | null; saved: boolean }) {
  const t = useT(words)
  const left = stock.stocked - stock.reserved
  const id = `so-${stock.variantId}`
  const about = `${id}-dat`
  return (
    <li className="card card-body grid gap-2" id={stock.variantId}>
      <p>
        <strong>{stock.product}</strong>, {stock.variant}
        {left <= 0 ? (
          <strong className="text-warn"> · {t('out')}</strong>
        ) : left < ENOUGH ? (
          <strong className="text-warn"> · {t('low')}</strong>
        ) : null}
      </p>
      <p className="tabular text-sm text-muted" id={about}>
        {t('reserved', { count: stock.reserved })} · {t('left', { count: Math.max(0, left) })}
      </p>
      <form method="post" className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="id" value={stock.variantId} />
        <input type="hidden" name="seen" value={stock.stocked} />
        <div className="grid gap-1">
          <label htmlFor={id}>
            {t('onHand')}
            <span className="sr-only">
              : {stock.product}, {stock.variant}
            </span>
          </label>
          <input
            id={id}
            className="input tabular w-32"
            name="stocked"
            inputMode="numeric"
            autoComplete="off"
            required
            aria-describedby={about}
            defaultValue={typed ?? stock.stocked}
          />
        </div>
        <Button look="quiet">
          {t('save')}
          <span className="sr-only">
            : {stock.product}, {stock.variant}
          </span>
        </Button>
      </form>
      {saved ? (
        <p className="text-leaf" role="status">
          {t('saved')}
        </p>
      ) : null}
    </li>
  )
}
