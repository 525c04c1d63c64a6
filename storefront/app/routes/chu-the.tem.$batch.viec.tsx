import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { ChangeForm } from '#app/components/labels/change-form.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { labels } from '#app/i18n/labels.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { batchPage, batchPath } from '#app/lib/labels/batch-page.server.ts'
import { labelsHead } from '#app/lib/labels/labels-head.server.ts'
import { refusalErrors, wrongCode } from '#app/lib/labels/refusals.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import type { PageHandle } from '#app/root.tsx'
import { parseForm } from '#app/schemas/form.ts'
import { type Change, changeSchema, LABEL_LIMITS, REASONED, stretchOf } from '#app/schemas/labels.ts'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** `?action`, `?first` and `?last` fill the form, for a way back from what was noted. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const { batch } = await batchPage(producer, args.params.batch)
  const { searchParams } = new URL(args.request.url)
  const filled = Object.fromEntries(['action', 'first', 'last'].map((name) => [name, searchParams.get(name) ?? '']))
  return {
    head: labelsHead(args, (t) => t('changeTitle')),
    batchNo: batch.batchNo,
    size: batch.size,
    values: { codes: '', note: '', ...filled, requestKey: randomUUID() } as Record<string, string>,
  }
}

interface Outcome {
  changed: number
  refused: { reason: string; units: number }[]
}

/** First shows what would be noted, then, confirmed, notes it. Sent twice, it is noted once. */
export async function action(args: ActionFunctionArgs) {
  const producer = await requireProducer(args)
  const form = await args.request.formData()
  const { batch } = await batchPage(producer, args.params.batch)
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
  const failed = (errors: Record<string, string>, status = 400, n = 0) =>
    data({ values: typed, errors, n, check: null }, { status })
  const parsed = parseForm(changeSchema, form)
  if (!parsed.ok) return failed(parsed.errors)
  const which = labelsOf(parsed.value, batch.size)
  if ('errors' in which) return failed(which.errors)
  const { action, note, requestKey } = parsed.value
  if (note === '' && REASONED.has(action)) return failed({ note: 'errorWhy' })
  const intent = form.get('intent')
  if (intent === 'edit') return failed({}, 200)
  if (intent !== 'confirm') {
    const check = 'codes' in which ? { action, codes: which.codes.length } : { action, ...which }
    return data({ values: typed, errors: {}, n: 0, check })
  }
  try {
    const outcome = await producer.ask<Outcome>(`${batchPath(args.params.batch)}/units`, {
      method: 'POST',
      body: { action, note: note === '' ? null : note, requestKey, ...which },
    })
    const told = new URLSearchParams({ viec: action, doi: String(outcome.changed) })
    if ('first' in which) {
      told.set('tu', String(which.first + 1))
      told.set('den', String(which.last + 1))
    }
    for (const { reason, units } of outcome.refused) told.set(`giu.${reason}`, String(units))
    return redirect(`/chu-the/tem/${batch.batchNo}?${told}`, 303)
  } catch (error) {
    const place = wrongCode(error)
    if (place !== null) return failed({ codes: 'errorCodes' }, 400, place)
    const errors = refusalErrors(error)
    return failed(errors, errors.form === 'errorAway' ? 503 : 400)
  }
}

function labelsOf(
  { first, last, codes }: Change,
  size: number,
): { first: number; last: number } | { codes: string[] } | { errors: Record<string, string> } {
  const numbered = first !== null || last !== null
  if (numbered === codes.length > 0) return { errors: { first: 'errorWhich' } }
  if (codes.length > LABEL_LIMITS.codes) return { errors: { codes: 'errorTooManyCodes' } }
  return codes.length > 0 ? { codes } : stretchOf({ first, last }, size)
}

export default function ChangeRoute() {
  const t = useT(labels)
  const { batchNo, size, values } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const check = answer?.check ?? null
  return (
    <div className="wrap max-w-[40rem] pb-14">
      <BackLink to={`/chu-the/tem/${batchNo}`}>{t('batch', { no: String(batchNo) })}</BackLink>
      <PageHeader title={check ? t('checkTitle') : t('changeTitle')} lead={check ? undefined : t('changeLead')} />
      <ChangeForm
        batchNo={batchNo}
        size={size}
        values={answer?.values ?? values}
        errors={answer?.errors ?? {}}
        place={answer?.n ?? 0}
        check={check}
      />
    </div>
  )
}
