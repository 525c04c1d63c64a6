import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { BatchForm } from '#app/components/labels/batch-form.tsx'
import { NoLabelsNotice } from '#app/components/labels/no-labels-notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { labels } from '#app/i18n/labels.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { goodsChoices, refusedProducts } from '#app/lib/labels/goods-choices.ts'
import { labelsHead } from '#app/lib/labels/labels-head.server.ts'
import { refusalErrors } from '#app/lib/labels/refusals.server.ts'
import type { LotChoice } from '#app/lib/labels/types.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'
import { parseForm } from '#app/schemas/form.ts'
import { newBatchSchema } from '#app/schemas/labels.ts'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

const FIELDS = Object.keys(newBatchSchema.shape)

/**
 * The form. What was typed comes back in the query when a preview was asked for (a GET of the same form), so that it works
 * without scripts and stores nothing; `?lo=` chooses a lot of the book.
 */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const { searchParams } = new URL(args.request.url)
  const [desk, book] = await Promise.all([
    pageData(producer.desk()),
    pageData(producer.ask<{ lots: LotChoice[] }>('/producer/lots', { search: { state: 'all' } })),
  ])
  const goods = goodsChoices(desk.products, book.lots)
  const lot = searchParams.get('lo')
  const chosen = goods.flatMap(({ lots }) => lots).find(({ ref }) => ref === lot)
  const typed = Object.fromEntries(FIELDS.map((name) => [name, searchParams.get(name) ?? '']))
  return {
    head: labelsHead(args, (t) => t('newBatch')),
    goods,
    refused: refusedProducts(desk.products),
    preview: searchParams.has('xem') ? previewQuery(searchParams) : null,
    values: {
      ...typed,
      goods: typed.goods || chosen?.value || '',
      size: typed.size || (chosen?.packs ? String(chosen.packs) : ''),
      startsAs: typed.startsAs || 'active',
      requestKey: typed.requestKey || randomUUID(),
    } as Record<string, string>,
  }
}

function previewQuery(typed: URLSearchParams): string {
  const names = ['goods', 'packedOn', 'bestBefore', 'line1', 'line2', 'line3']
  return new URLSearchParams(names.map((name) => [name, typed.get(name) ?? ''])).toString()
}

/** Makes the batch. Sent twice, it is one: the form carries its key. */
export async function action(args: ActionFunctionArgs) {
  const producer = await requireProducer(args)
  const parsed = parseForm(newBatchSchema, await args.request.formData())
  if (!parsed.ok) return data({ values: parsed.values, errors: parsed.errors }, { status: 400 })
  const { goods, line1, line2, line3, ...batch } = parsed.value
  const body = { ...batch, ...goods, printedLines: [line1, line2, line3].filter((line) => line !== '') }
  try {
    const made = await producer.ask<{ batchNo: number }>('/producer/label-batches', { method: 'POST', body })
    return redirect(`/chu-the/tem/${made.batchNo}?moi=1`, 303)
  } catch (error) {
    const errors = refusalErrors(error)
    const typed = {
      ...parsed.value,
      goods: goods.lotRef === null ? `product|${goods.productRef}` : `lot|${goods.productRef}|${goods.lotRef}`,
    }
    const values = Object.fromEntries(
      Object.entries(typed).map(([name, value]) => [name, value === true ? 'on' : value ? String(value) : '']),
    )
    return data({ values, errors }, { status: errors.form === 'errorAway' ? 503 : 400 })
  }
}

export default function NewBatchRoute() {
  const t = useT(labels)
  const { goods, refused, preview, values } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  return (
    <div className="wrap max-w-[40rem] pb-14">
      <BackLink to="/chu-the/tem">{t('backToList')}</BackLink>
      <PageHeader title={t('newBatch')} />
      {goods.length === 0 ? (
        <EmptyState title={t('noneTitle')}>
          <p>{t('noProducts')}</p>
        </EmptyState>
      ) : (
        <div className="grid gap-6">
          {refused.length > 0 ? <NoLabelsNotice refused={refused} /> : null}
          {refused.length < goods.length ? (
            <BatchForm
              goods={goods}
              values={failed?.values ?? values}
              errors={failed?.errors ?? {}}
              preview={failed ? null : preview}
            />
          ) : null}
        </div>
      )}
    </div>
  )
}
