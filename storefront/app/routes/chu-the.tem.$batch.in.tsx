import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { SheetForm } from '#app/components/labels/sheet-form.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { labels } from '#app/i18n/labels.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { batchPage } from '#app/lib/labels/batch-page.server.ts'
import { labelsHead } from '#app/lib/labels/labels-head.server.ts'
import { neededWidth, refusalErrors } from '#app/lib/labels/refusals.server.ts'
import type { LabelLayout, SheetManifest } from '#app/lib/labels/types.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { type ProducerClient, requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'
import { parseForm } from '#app/schemas/form.ts'
import { type Sheet, sheetSchema, stretchOf } from '#app/schemas/labels.ts'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** `?tu` and `?den` are the labels to print, from 1; the whole batch when they are not given. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const [{ batch }, { layouts }] = await Promise.all([
    batchPage(producer, args.params.batch),
    pageData(producer.ask<{ layouts: LabelLayout[] }>('/producer/label-layouts')),
  ])
  const { searchParams } = new URL(args.request.url)
  return {
    head: labelsHead(args, (t) => t('sheetTitle')),
    batchNo: batch.batchNo,
    size: batch.size,
    layouts,
    values: {
      ...{ kind: 'plain', format: 'pdf', paper: 'a4-21', dpi: '203', requestKey: randomUUID() },
      first: searchParams.get('tu') ?? '1',
      last: searchParams.get('den') ?? String(batch.size),
    } as Record<string, string>,
  }
}

const DRAWN: ReadonlySet<string> = new Set(['pdf', 'svg-sheets', 'svg-labels'])

/** Makes the print sheet. A symbol that must be larger than usual, for this printer or address, is made as large as it must. */
export async function action(args: ActionFunctionArgs) {
  const producer = await requireProducer(args)
  const form = await args.request.formData()
  const { batch } = await batchPage(producer, args.params.batch)
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
  const failed = (errors: Record<string, string>, status = 400) => data({ values: typed, errors }, { status })
  const parsed = parseForm(sheetSchema, form)
  if (!parsed.ok) return failed(parsed.errors)
  const sheet = parsed.value
  const stretch = stretchOf(sheet, batch.size)
  if ('errors' in stretch) return failed(stretch.errors)
  if (DRAWN.has(sheet.format) && sheet.paper === 'roll') {
    if (!isSide(sheet.rollWidth)) return failed({ rollWidth: 'errorRoll' })
    if (!isSide(sheet.rollHeight)) return failed({ rollHeight: 'errorRoll' })
  }
  const body = {
    ...{ requestKey: sheet.requestKey, batchNo: batch.batchNo, format: sheet.format, kind: sheet.kind },
    ...(DRAWN.has(sheet.format) ? { layout: layoutOf(sheet) } : {}),
    ...(sheet.format === 'png-symbols' ? { dpi: sheet.dpi } : {}),
    ...{ from: stretch.first, to: stretch.last + 1 },
  }
  try {
    const { sheetNo } = await madeSheet(producer, body)
    return redirect(`/chu-the/tem/to-in/${sheetNo}`, 303)
  } catch (error) {
    const errors = refusalErrors(error)
    return failed(errors, errors.form === 'errorAway' ? 503 : 400)
  }
}

async function madeSheet(producer: ProducerClient, body: Record<string, unknown>): Promise<SheetManifest> {
  const ask = (more: Record<string, unknown>) =>
    producer.ask<SheetManifest>('/producer/label-sheets', { method: 'POST', body: { ...body, ...more } })
  try {
    return await ask({})
  } catch (error) {
    const symbolMm = neededWidth(error)
    if (symbolMm === null) throw error
    return await ask({ symbolMm })
  }
}

function layoutOf({ paper, rollWidth, rollHeight, cropMarks }: Sheet): Record<string, unknown> {
  return paper === 'roll' ? { rollWidthMm: rollWidth, rollHeightMm: rollHeight } : { sheet: paper, cropMarks }
}

function isSide(millimetres: number | null): boolean {
  return millimetres !== null && millimetres >= 10 && millimetres <= 300
}

export default function PrintRoute() {
  const t = useT(labels)
  const { batchNo, size, layouts, values } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  return (
    <div className="wrap max-w-[40rem] pb-14">
      <BackLink to={`/chu-the/tem/${batchNo}`}>{t('batch', { no: String(batchNo) })}</BackLink>
      <PageHeader title={t('sheetTitle')} />
      <SheetForm
        batchNo={batchNo}
        size={size}
        layouts={layouts}
        values={failed?.values ?? values}
        errors={failed?.errors ?? {}}
      />
    </div>
  )
}
