import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { EmptyState } from '#app/components/empty-state.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { labels } from '#app/i18n/labels.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatMoment } from '#app/lib/format.ts'
import { labelsHead } from '#app/lib/labels/labels-head.server.ts'
import type { LabelBatch } from '#app/lib/labels/types.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** `?truoc=` is the number of the batch to come after. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const before = new URL(args.request.url).searchParams.get('truoc') ?? undefined
  const search = before !== undefined && /^\d{1,9}$/.test(before) ? { before } : {}
  const page = await pageData(
    producer.ask<{ batches: LabelBatch[]; next: number | null }>('/producer/label-batches', { search }),
  )
  return { head: labelsHead(args, (t) => t('title')), ...page }
}

export default function LabelBatchesRoute() {
  const t = useT(labels)
  const locale = useLocale()
  const { batches, next } = useLoaderData<typeof loader>()
  const make = (
    <LinkButton large reloadDocument to="/chu-the/tem/moi">
      {t('newBatch')}
    </LinkButton>
  )
  return (
    <div className="wrap max-w-[48rem] pb-14">
      <PageHeader title={t('title')} lead={t('lead')}>
        {batches.length > 0 ? <div className="pt-2">{make}</div> : null}
      </PageHeader>
      {batches.length === 0 ? (
        <EmptyState title={t('noneTitle')} actions={make}>
          <p>{t('noneText')}</p>
        </EmptyState>
      ) : (
        <ul className="label-list">
          {batches.map((batch) => (
            <li key={batch.batchNo}>
              <a className="card label-line" href={`/chu-the/tem/${batch.batchNo}`}>
                <span className="font-semibold">{batch.productName ?? batch.productRef}</span>
                <span>
                  {batch.lotCode === null ? t('noLot') : t('lot', { code: batch.lotCode })} ·{' '}
                  {t('countLabels', { count: batch.size })}
                  {batch.scratch ? ` · ${t('hiddenCode')}` : ''}
                </span>
                <span className="text-sm text-muted">
                  {t('batch', { no: String(batch.batchNo) })} · {formatMoment(batch.issuedAt, locale)}
                </span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {next === null ? null : (
        <p className="pt-6">
          <LinkButton look="quiet" reloadDocument to={`/chu-the/tem?truoc=${next}`}>
            {t('older')}
          </LinkButton>
        </p>
      )}
    </div>
  )
}
