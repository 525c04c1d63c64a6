import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { EmptyState } from '#app/components/empty-state.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { HolderInspectionItem } from '#app/components/post-inspection/holder-inspection.tsx'
import { holderInspections } from '#app/i18n/holder-inspections.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { inLanguage, type Refusal, refusalOf } from '#app/lib/post-inspection/ask.server.ts'
import type { HolderInspection } from '#app/lib/post-inspection/types.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { storeEvidence } from '#app/lib/producer/evidence.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import { noteSchema } from '#app/schemas/post-inspection.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

const PATH = '/chu-the/hau-kiem'

/** Concluded inspections, newest first; `?xong=1` says that an answer was just sent. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const { inspections } = await pageData(
    producer.ask<{ inspections: HolderInspection[] }>('/producer/post-inspections'),
  )
  const context = requestContext(args)
  const t = serverT(context, holderInspections)
  return {
    head: deskHead(context, PATH, t('title'), t('lead')),
    inspections,
    sent: new URL(args.request.url).searchParams.get('xong') === '1',
  }
}

/** Sends what was mended, with a photo or paper when one was chosen. */
export async function action(args: ActionFunctionArgs) {
  const producer = await requireProducer(args)
  const context = requestContext(args)
  const t = serverT(context, holderInspections)
  const form = await args.request.formData()
  const followUp = String(form.get('followUp') ?? '')
  const [name, file] = [`note_${followUp}`, form.get('file')]
  const values = { [name]: String(form.get(name) ?? '') }
  const parsed = noteSchema.safeParse({ note: values[name] })
  if (!parsed.success) {
    const errors = { [name]: t('errorNote') }
    return data<Refusal>({ form: followUp, values, errors, sentence: null, status: 400 }, { status: 400 })
  }
  const send = async () => {
    const chosen = file !== null && typeof file !== 'string' && file.size > 0 ? file : null
    const stored =
      chosen === null ? null : await storeEvidence(producer, chosen, { title: t('paperTitle'), public: false })
    await producer.ask(`/producer/post-inspections/follow-ups/${encodeURIComponent(followUp)}/answer`, {
      method: 'POST',
      body: { note: parsed.data.note, file: stored?.file ?? null },
      headers: inLanguage(context.locale),
    })
  }
  const refused = await refusalOf(send(), followUp, values)
  return refused === null ? redirect(`${PATH}?xong=1`, 303) : data(refused, { status: refused.status })
}

export default function HolderInspectionsRoute() {
  const t = useT(holderInspections)
  const { inspections, sent } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="wrap max-w-[48rem] pb-6">
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="grid gap-4">
        <p>
          <a className="link inline-flex min-h-11 items-center" href="/chu-the/nhan-hieu">
            {t('toMarks')}
          </a>
        </p>
        {sent && !refused ? (
          <Notice kind="success" live>
            {t('answered')}
          </Notice>
        ) : null}
        {inspections.length === 0 ? (
          <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
        ) : (
          <ul className="grid gap-4">
            {inspections.map((inspection) => (
              <HolderInspectionItem key={inspection.id} inspection={inspection} refused={refused} />
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}
