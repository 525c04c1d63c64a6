import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { EntryDesk } from '#app/components/journal/entry-desk.tsx'
import { journal } from '#app/i18n/journal.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { entryBook } from '#app/lib/producer/entry-book.server.ts'
import { type EntryDraft, newDraft, postedForm } from '#app/lib/producer/entry-draft.ts'
import { textFields } from '#app/lib/producer/entry-form.ts'
import { lotPath } from '#app/lib/producer/lot-names.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { submitEntry } from '#app/lib/producer/submit-entry.server.ts'
import type { RecordedStep } from '#app/lib/producer/types.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/**
 * The form for an entry: `?buoc=` is the step, `?lo=` the lot it is about, `?cua=` the producer who handed that lot over, `?vung=`
 * where a new lot comes from. Without a step it asks which. The phone keeps this page for the field, and fills it in there from
 * the book that comes with it.
 */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const search = new URL(args.request.url).searchParams
  const book = await pageData(entryBook(producer, [search.get('lo') ?? '']))
  const context = requestContext(args)
  const t = serverT(context, journal)
  const now = new Date()
  return {
    head: deskHead(context, '/chu-the/ghi', t('nextTitle'), t('lead')),
    search: search.toString(),
    now: now.getTime(),
    book,
    draft: newDraft(search, book, now, () => randomUUID()),
  }
}

/** Takes the form where it is posted: without scripts, or where the phone cannot keep entries. */
export async function action(args: ActionFunctionArgs) {
  const producer = await requireProducer(args)
  const form = await args.request.formData()
  const values = textFields(form)
  const book = await pageData(entryBook(producer, [values.in0 ?? '', values.about ?? '']))
  const step = book.steps.find((each) => each.word === values.step)
  if (step === undefined) throw data(null, { status: 404 })
  const { shape, makes } = postedForm(step, values, book.lots)
  const context = requestContext(args)
  const submitted = await submitEntry(
    producer,
    form,
    { setting: { shape, makes }, steps: book.steps, locale: context.locale, t: serverT(context, journal) },
    (body) => producer.ask<RecordedStep>('/producer/steps', { method: 'POST', body }),
  )
  if (submitted.ok) {
    const { lots, warnings } = submitted.answer
    const ref = lots[0]?.ref ?? values.about ?? values.in0
    return redirect(`${lotPath(ref || '')}?xong=${warnings.map(({ code }) => code).join() || '1'}`, 303)
  }
  const draft: EntryDraft = { step: step.word, shape, makes, values }
  const { errors, received, status } = submitted
  return data({ draft, errors, received }, { status })
}

export default function EntryRoute() {
  const t = useT(journal)
  const page = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  return (
    <div className="wrap max-w-[40rem] pb-6">
      <BackLink to="/chu-the/lo">{t('title')}</BackLink>
      <EntryDesk page={page} failed={failed ?? null} />
    </div>
  )
}
