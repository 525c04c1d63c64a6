import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { TextField } from '#app/components/field.tsx'
import { sentencesOf, useSay } from '#app/components/labels/label-words.ts'
import { NoLabelsNotice } from '#app/components/labels/no-labels-notice.tsx'
import { StretchFields } from '#app/components/labels/stretch-fields.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { labels } from '#app/i18n/labels.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { batchPage, batchPath } from '#app/lib/labels/batch-page.server.ts'
import { refusedProducts } from '#app/lib/labels/goods-choices.ts'
import { labelsHead } from '#app/lib/labels/labels-head.server.ts'
import { refusalErrors } from '#app/lib/labels/refusals.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'
import { parseForm } from '#app/schemas/form.ts'
import { LABEL_LIMITS, reprintSchema, stretchOf } from '#app/schemas/labels.ts'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const [{ batch }, { products }] = await Promise.all([
    batchPage(producer, args.params.batch),
    pageData(producer.desk()),
  ])
  return {
    head: labelsHead(args, (t) => t('reprintTitle')),
    refused: refusedProducts(products.filter(({ id }) => id === batch.productRef)),
    batchNo: batch.batchNo,
    size: batch.size,
    values: { first: '', last: '', note: '', requestKey: randomUUID() } as Record<string, string>,
  }
}

/** Shows what would be voided, then, confirmed, makes the new labels. Sent twice, they are made once. */
export async function action(args: ActionFunctionArgs) {
  const producer = await requireProducer(args)
  const form = await args.request.formData()
  const { batch } = await batchPage(producer, args.params.batch)
  const parsed = parseForm(reprintSchema, form)
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
  const failed = (errors: Record<string, string>, status = 400) =>
    data({ values: typed, errors, check: null }, { status })
  if (!parsed.ok) return failed(parsed.errors)
  const stretch = stretchOf(parsed.value, batch.size)
  if ('errors' in stretch) return failed(stretch.errors)
  if (stretch.last - stretch.first >= LABEL_LIMITS.reprint) return failed({ last: 'errorReprintMost' })
  const intent = form.get('intent')
  if (intent === 'edit') return failed({}, 200)
  if (intent !== 'confirm') return data({ values: typed, errors: {}, check: stretch })
  const { note, requestKey } = parsed.value
  try {
    const made = await producer.ask<{ batchNo: number }>(`${batchPath(args.params.batch)}/reprint`, {
      method: 'POST',
      body: { note, requestKey, ...stretch },
    })
    return redirect(`/chu-the/tem/${made.batchNo}?thay=${batch.batchNo}`, 303)
  } catch (error) {
    const { goods, ...rest } = refusalErrors(error, 'errorInTrade')
    // There is no field for the goods here: they are those of the batch.
    const errors: Record<string, string> = goods === undefined ? rest : { ...rest, form: goods }
    return failed(errors, errors.form === 'errorAway' ? 503 : 400)
  }
}

export default function ReprintRoute() {
  const t = useT(labels)
  const say = useSay()
  const { batchNo, size, refused, values: empty } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const values = answer?.values ?? empty
  const check = answer?.check ?? null
  const sentences = sentencesOf(say, answer?.errors ?? {}, { size })
  const to = `/chu-the/tem/${batchNo}/in-lai`
  return (
    <div className="wrap max-w-[40rem] pb-14">
      <BackLink to={`/chu-the/tem/${batchNo}`}>{t('batch', { no: String(batchNo) })}</BackLink>
      <PageHeader title={check ? t('checkTitle') : t('reprintTitle')} lead={check ? undefined : t('reprintLead')} />
      {refused.length > 0 ? (
        <NoLabelsNotice refused={refused} />
      ) : check ? (
        <form method="post" action={to} className="grid gap-6">
          {(['first', 'last', 'note', 'requestKey'] as const).map((name) => (
            <input key={name} type="hidden" name={name} value={values[name] ?? ''} />
          ))}
          <div className="grid gap-1">
            <p className="text-lg font-semibold">
              {t('reprintCheck', {
                count: check.last - check.first + 1,
                first: check.first + 1,
                last: check.last + 1,
              })}
            </p>
            <p className="text-muted">{values.note}</p>
          </div>
          <Notice kind="warning">
            <p>{t('forEver')}</p>
          </Notice>
          <div className="flex flex-wrap gap-3">
            <Button large look="warn" name="intent" value="confirm">
              {t('confirmReprint')}
            </Button>
            <Button large look="quiet" name="intent" value="edit">
              {t('edit')}
            </Button>
          </div>
        </form>
      ) : (
        <form method="post" action={to} className="grid gap-6" noValidate>
          <input type="hidden" name="requestKey" value={values.requestKey} />
          <ErrorSummary title={() => t('errorSummary')} errors={sentences} />
          <Notice>
            <p>{t('reprintSame')}</p>
          </Notice>
          <StretchFields legend={t('which')} size={size} values={values} sentences={sentences} />
          <TextField
            name="note"
            label={t('why')}
            hint={t('whyHint')}
            error={sentences.note}
            defaultValue={values.note}
            maxLength={LABEL_LIMITS.why}
            required
          />
          <Button large className="justify-self-start">
            {t('next')}
          </Button>
        </form>
      )}
    </div>
  )
}
