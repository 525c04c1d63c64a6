import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { Price } from '#app/components/price.tsx'
import { listings as words } from '#app/i18n/listings.ts'
import { proposals as newWords } from '#app/i18n/proposals.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { listingState, type OwnListing } from '#app/lib/seller/listings.ts'
import type { Proposal } from '#app/lib/seller/proposals.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** What the producer sells and would like to sell (`?xong=bo`: a draft was just given up), each with what became of the last change. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const [{ listings }, { proposals }] = await pageData(
    Promise.all([
      producer.ask<{ listings: OwnListing[] }>('/producer/listings'),
      producer.ask<{ proposals: Proposal[] }>('/producer/listing-proposals'),
    ]),
  )
  const context = requestContext(args)
  const t = serverT(context, words)
  return {
    head: deskHead(context, '/chu-the/san-pham', t('title'), t('lead')),
    ...{ listings, proposals },
    discarded: new URL(args.request.url).searchParams.get('xong') === 'bo',
  }
}

/** Begins a new listing and opens its form. */
export async function action(args: ActionFunctionArgs) {
  const producer = await requireProducer(args)
  const { proposal } = await pageData(
    producer.ask<{ proposal: Proposal }>('/producer/listing-proposals', { method: 'POST', body: { draft: {} } }),
  )
  return redirect(`/chu-the/san-pham/moi/${proposal.id}`, 303)
}

export default function ListingsRoute() {
  const t = useT(words)
  const tNew = useT(newWords)
  const { listings, proposals, discarded } = useLoaderData<typeof loader>()
  return (
    <div className="wrap max-w-[48rem] pb-8">
      <PageHeader title={t('title')} lead={t('lead')} />
      {discarded ? (
        <div className="pb-4">
          <Notice kind="success" live>
            {tNew('discarded')}
          </Notice>
        </div>
      ) : null}
      <form method="post" className="pb-4">
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Button>{tNew('add')}</Button>
          <a className="link inline-flex min-h-11 items-center" href="/chu-the/san-pham/tep">
            {tNew('byFile')}
          </a>
        </div>
      </form>
      {proposals.length > 0 ? (
        <section className="grid gap-3 pb-6" aria-labelledby="moi">
          <h2 className="text-lg" id="moi">
            {tNew('own')}
          </h2>
          <ul className="grid gap-3">
            {proposals.map((proposal) => (
              <li key={proposal.id} className="card card-body grid gap-1">
                <a
                  className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4"
                  href={`/chu-the/san-pham/moi/${proposal.id}`}
                >
                  {proposal.forProduct
                    ? tNew('packsTitle', { product: proposal.forProduct.title })
                    : proposal.draft.title || tNew('untitled')}
                </a>
                <p>{tNew(`state_${proposal.state}`)}</p>
                {proposal.reason ? <p>{tNew('reason', { reason: proposal.reason })}</p> : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
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
