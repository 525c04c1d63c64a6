import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { TextAreaField } from '#app/components/field.tsx'
import { EntryForm } from '#app/components/journal/entry-form.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { journal } from '#app/i18n/journal.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { draftOfEntry } from '#app/lib/producer/correction.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { entryBook } from '#app/lib/producer/entry-book.server.ts'
import { textFields } from '#app/lib/producer/entry-form.ts'
import { entryIn, readLot } from '#app/lib/producer/journal.server.ts'
import { lotPath, stepLabel } from '#app/lib/producer/lot-names.ts'
import { refusalIn, refusalText } from '#app/lib/producer/refusal-text.ts'
import { type ProducerClient, requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { submitEntry } from '#app/lib/producer/submit-entry.server.ts'
import type { BookEntry, Evidence } from '#app/lib/producer/types.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** The journal asks for as much once an entry is locked. */
const SHORTEST_REASON = 10

/** Correction of an entry; `?lo=` is the lot whose page it was found on. An entry struck already is none. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const { lotRef, entry } = await entryOf(producer, args)
  const { inputs, about } = entry.entry
  const book = await pageData(entryBook(producer, [...inputs.map((input) => input.lotRef), ...about]))
  const context = requestContext(args)
  const t = serverT(context, journal)
  return {
    head: deskHead(context, `/chu-the/buoc/${entry.stepNo}`, t('correctTitle'), t('correctLead')),
    ...{ lotRef, entry, book },
    draft: draftOfEntry(entry, ownPartyOf(entry), `so-${randomUUID()}`),
    strikeKey: `gach-${randomUUID()}`,
  }
}

async function entryOf(producer: ProducerClient, { request, params }: Pick<LoaderFunctionArgs, 'request' | 'params'>) {
  const lotRef = new URL(request.url).searchParams.get('lo') ?? ''
  if (lotRef === '') throw data(null, { status: 404 })
  const entry = entryIn(await pageData(readLot(producer, lotRef)), params.no ?? '')
  const wholeHere = entry !== null && (entry.part !== 'took' || entry.entry.outputs.length === 0)
  if (!wholeHere || entry.void !== null) throw data(null, { status: 404 })
  return { lotRef, entry }
}

/** `intent=strike` takes the entry off the book with nothing in its place. */
export async function action(args: ActionFunctionArgs) {
  const producer = await requireProducer(args)
  const { lotRef, entry } = await entryOf(producer, args)
  const context = requestContext(args)
  const t = serverT(context, journal)
  const form = await args.request.formData()
  const values = textFields(form)
  const reason = (values.reason ?? '').trim()
  const striking = values.intent === 'strike'
  const correct = (replacement: object | null) =>
    producer.ask(`/producer/steps/${encodeURIComponent(entry.stepNo)}/correct`, {
      method: 'POST',
      body: { requestKey: `sua-${values.key}`, reason: reason || null, replacement },
    })
  const failed = (errors: Record<string, string>, received: Evidence[], status: number) =>
    data({ striking, values, errors, received }, { status })
  if (entry.lock !== null && reason.length < SHORTEST_REASON) return failed({ reason: t('errorReason') }, [], 400)

  if (striking) {
    try {
      await correct(null)
    } catch (error) {
      if (!(error instanceof ShopError)) throw error
      const away = error.kind === 'unavailable'
      const refusal = refusalIn(error.body, error.code)
      return failed({ form: away ? t('errorJournalAway') : refusalText(t, context.locale, refusal) }, [], error.status)
    }
    return redirect(`${lotPath(lotRef)}?xong=1`, 303)
  }
  const draft = draftOfEntry(entry, ownPartyOf(entry), values.key ?? '')
  if (draft === null) throw data(null, { status: 404 })
  const { steps } = await pageData(producer.desk())
  const submitted = await submitEntry(
    producer,
    form,
    { setting: draft, steps, locale: context.locale, t },
    // What the form does not ask stays as it was.
    (body) =>
      correct({
        ...body,
        about: entry.entry.about,
        place: entry.entry.place,
        orderRefs: entry.entry.orderRefs,
        outputs: body.outputs.map((output) => {
          const before = entry.entry.outputs.find(({ ref }) => ref === output.ref)
          return draft.makes?.packs || !before
            ? output
            : { ...output, packedOn: before.packedOn, bestBefore: before.bestBefore }
        }),
        evidence: [...entry.entry.evidence, ...body.evidence],
      }),
  )
  if (submitted.ok) return redirect(`${lotPath(lotRef)}?xong=1`, 303)
  return failed(submitted.errors, submitted.received, submitted.status)
}

/** Lots named with the party of the entry itself are its own. */
function ownPartyOf({ entry }: BookEntry): string | null {
  return (entry as { partyRef?: string }).partyRef ?? null
}

export default function CorrectionRoute() {
  const t = useT(journal)
  const locale = useLocale()
  const { lotRef, entry, book, draft, strikeKey } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const form = failed?.striking ? undefined : failed
  const strike = failed?.striking ? failed : undefined
  return (
    <div className="wrap max-w-[40rem] pb-6">
      <BackLink to={lotPath(lotRef)}>{t('title')}</BackLink>
      <PageHeader
        title={t('correctTitle')}
        eyebrow={stepLabel(entry.step, book.steps, locale)}
        lead={t('correctLead')}
      />
      <div className="grid gap-8">
        {entry.lock ? <Notice kind="warning">{t(`lock_${entry.lock}`)}</Notice> : null}
        {draft ? (
          <EntryForm
            draft={form ? { ...draft, values: form.values } : draft}
            book={book}
            errors={form?.errors ?? {}}
            received={form?.received}
            reason={{ needed: entry.lock !== null, value: form?.values.reason ?? '' }}
            saveLabel={t('correctSave')}
            cancelTo={lotPath(lotRef)}
          />
        ) : (
          <Notice>{t('correctForeign')}</Notice>
        )}
        <details className="fold" open={strike !== undefined || draft === null}>
          <summary>{t('strike')}</summary>
          <Form method="post" className="grid gap-4 pt-2" noValidate>
            <input type="hidden" name="intent" value="strike" />
            <input type="hidden" name="key" value={strikeKey} />
            <p className="text-muted">{t('strikeNote')}</p>
            {strike?.errors.form ? (
              <p className="field-error" role="alert">
                {strike.errors.form}
              </p>
            ) : null}
            <TextAreaField
              name="reason"
              label={t('strikeReason')}
              error={strike?.errors.reason}
              defaultValue={strike?.values.reason}
              maxLength={1000}
              rows={2}
              optional={entry.lock === null}
            />
            <Button look="warn">{t('strike')}</Button>
          </Form>
        </details>
      </div>
    </div>
  )
}
