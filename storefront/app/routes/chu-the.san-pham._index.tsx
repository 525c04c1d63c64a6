import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { EmptyState } from '#app/components/empty-state.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { Price } from '#app/components/price.tsx'
import { listings as words } from '#app/i18n/listings.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { listingState, type OwnListing } from '#app/lib/seller/listings.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** What the producer sells, each with what became of the last change. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const { listings } = await pageData(producer.ask<{ listings: OwnListing[] }>('/producer/listings'))
  const context = requestContext(args)
  const t = serverT(context, words)
  return { head: deskHead(context, '/chu-the/san-pham', t('title'), t('lead')), listings }
}

export default function ListingsRoute() {
  const t = useT(words)
  const { listings } = useLoaderData<typeof loader>()
  return (
    <div className="wrap max-w-[48rem] pb-8">
      <PageHeader title={t('title')} lead={t('lead')} />
      {listings.length === 0 ? (
        <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
      ) : (
        <ul className="grid gap-3">
          {listings.map((listing) => {
            const state = listingState(listing)
            return (
              <li key={listing.productId} className="card card-body grid gap-1">
                <a
                  className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4"
                  href={`/chu-the/san-pham/${listing.productId}`}
                >
                  {listing.title}
                </a>
                <p>{t(`state_${state}`)}</p>
                {state === 'returned' ? <p>{t('reason', { reason: listing.change?.reason ?? '' })}</p> : null}
                <ul className="text-muted">
                  {listing.packs.map((pack) => (
                    <li key={pack.id}>
                      {pack.title}: <Price dong={pack.price} />
                    </li>
                  ))}
                </ul>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
