import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData, useOutletContext, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { Button, buttonClass } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { HandOverList } from '#app/components/journal/hand-over-list.tsx'
import { LotCard } from '#app/components/journal/lot-card.tsx'
import { WaitingPanel } from '#app/components/journal/waiting-panel.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { journal } from '#app/i18n/journal.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { LOT_STATES, listLots, readHandOvers, readLotsQuery } from '#app/lib/producer/journal.server.ts'
import { entryPath, lotName, stepLabel } from '#app/lib/producer/lot-names.ts'
import type { JournalQueue } from '#app/lib/producer/queue/use-journal-queue.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import type { HandOver } from '#app/lib/producer/types.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** The lot book: `?q=` searches names and codes, `?xem=` picks lots by what is left of them, `?sau=` goes on. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const query = readLotsQuery(new URL(args.request.url).searchParams)
  const [{ lots, next }, { products, steps }, handOvers] = await pageData(
    Promise.all([listLots(producer, query), producer.desk(), readHandOvers(producer)]),
  )
  const context = requestContext(args)
  const t = serverT(context, journal)
  return {
    head: deskHead(context, '/chu-the/lo', t('title'), t('lead')),
    query,
    states: LOT_STATES,
    lots: lots.map((lot) => ({
      lot,
      name: lotName(lot, products),
      lastStep: lot.lastStep === null ? null : stepLabel(lot.lastStep, steps, context.locale),
    })),
    next,
    handOvers,
    steps,
    products: products.map(({ id, title }) => ({ id, title })),
  }
}

/** Whether an entry that waits on the phone takes the goods in already. */
function takenIn({ lotRef, producer }: HandOver, { entries }: JournalQueue): boolean {
  return entries.some(({ body }) =>
    body.inputs.some((input) => input.lotRef === lotRef && input.producer === producer.handle),
  )
}

export default function LotBookRoute() {
  const t = useT(journal)
  const { query, states, lots, next, handOvers, steps, products } = useLoaderData<typeof loader>()
  const queue = useOutletContext<JournalQueue>()
  const { revalidate } = useRevalidator()
  // What was just sent is in the book now.
  useEffect(() => {
    if (queue.sent > 0) revalidate()
  }, [queue.sent, revalidate])
  const filtered = query.q !== '' || query.state !== 'all' || query.after !== null
  const listPath = (changes: Partial<Record<'q' | 'xem' | 'sau', string>>) => {
    const search = new URLSearchParams()
    for (const [name, value] of Object.entries({ q: query.q, xem: query.state, ...changes })) {
      if (value !== '' && value !== 'all') search.set(name, value)
    }
    return `/chu-the/lo${search.size > 0 ? `?${search}` : ''}`
  }
  return (
    <div className="wrap pb-10">
      <PageHeader title={t('title')} lead={t('lead')}>
        <p className="pt-2">
          <a className={buttonClass('primary', true, 'w-full sm:w-auto')} href={entryPath('harvesting')}>
            {t('newHarvest')}
          </a>
        </p>
      </PageHeader>
      <div className="pb-6 empty:hidden">
        <WaitingPanel queue={queue} steps={steps} products={products} />
      </div>
      <HandOverList handOvers={handOvers.filter((given) => !takenIn(given, queue))} />
      <section className="grid gap-4" aria-labelledby="cac-lo">
        <h2 id="cac-lo" className="sr-only">
          {t('lotsHeading')}
        </h2>
        <form method="get" action="/chu-the/lo" className="flex gap-2">
          {query.state === 'all' ? null : <input type="hidden" name="xem" value={query.state} />}
          <input
            className="input"
            type="search"
            name="q"
            defaultValue={query.q}
            aria-label={t('searchLabel')}
            placeholder={t('searchLabel')}
            maxLength={100}
          />
          <Button look="quiet">{t('search')}</Button>
        </form>
        <nav aria-label={t('states')} className="chip-row">
          {states.map((state) => (
            <a
              key={state}
              className="chip"
              href={listPath({ xem: state })}
              aria-current={state === query.state ? 'true' : undefined}
            >
              {t(`state_${state}`)}
            </a>
          ))}
        </nav>
        {lots.length === 0 ? (
          <EmptyState
            title={filtered ? t('nothingTitle') : t('emptyTitle')}
            actions={
              filtered ? (
                <a className={buttonClass('quiet', false)} href="/chu-the/lo">
                  {t('showAll')}
                </a>
              ) : null
            }
          >
            {filtered ? t('nothingText') : t('emptyText')}
          </EmptyState>
        ) : (
          <ul className="grid gap-3 md:grid-cols-2 lg:grid-cols-3">
            {lots.map((line) => (
              <LotCard key={line.lot.ref} {...line} />
            ))}
          </ul>
        )}
        <div className="flex flex-wrap gap-x-6">
          {next ? (
            <a className="link inline-flex min-h-11 items-center" href={listPath({ sau: next })}>
              {t('more')}
            </a>
          ) : null}
          <a className="link inline-flex min-h-11 items-center" href="/chu-the/so-sach">
            {t('bookExport')}
          </a>{' '}
          <a className="link inline-flex min-h-11 items-center" href="/chu-the/doi-soat">
            {t('toStatements')}
          </a>
          <a className="link inline-flex min-h-11 items-center" href="/chu-the/thu-hoi">
            {t('recallsLink')}
          </a>
        </div>
      </section>
    </div>
  )
}
