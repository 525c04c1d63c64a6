import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { OwnMarkUse } from '#app/components/post-inspection/own-mark-use.tsx'
import { holderInspections } from '#app/i18n/holder-inspections.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { inLanguage, type Refusal, refusalOf } from '#app/lib/post-inspection/ask.server.ts'
import type { MarkUse } from '#app/lib/post-inspection/types.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { storeEvidence } from '#app/lib/producer/evidence.server.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import { artworkSchema, lastDaySchema } from '#app/schemas/artwork.ts'
import { parseForm } from '#app/schemas/form.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

const PATH = '/chu-the/nhan-hieu'

/** The right to use the mark for each product, and the artwork; `?xong=` says what was just done. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const { markUses } = await pageData(producer.ask<{ markUses: MarkUse[] }>('/producer/mark-uses'))
  const context = requestContext(args)
  const t = serverT(context, holderInspections)
  return {
    head: deskHead(context, PATH, t('marksTitle'), t('marksLead')),
    markUses,
    today: vietnamDay(new Date()),
    done: new URL(args.request.url).searchParams.get('xong') ?? '',
  }
}

/** Registers artwork of a recognition, or says on which day some was printed last. */
export async function action(args: ActionFunctionArgs) {
  const producer = await requireProducer(args)
  const { locale } = requestContext(args)
  const form = await args.request.formData()
  const headers = inLanguage(locale)
  const wrong = (refused: Omit<Refusal, 'sentence' | 'status'>) =>
    data<Refusal>({ ...refused, sentence: null, status: 400 }, { status: 400 })

  const ending = form.get('artwork')
  if (typeof ending === 'string') {
    const parsed = parseForm(lastDaySchema, form)
    if (!parsed.ok) return wrong({ form: ending, ...parsed })
    const path = `/producer/mark-uses/artwork/${encodeURIComponent(ending)}/end` as const
    const asked = producer.ask(path, { method: 'POST', body: parsed.value, headers })
    const refused = await refusalOf(asked, ending, parsed.value)
    return refused === null ? redirect(`${PATH}?xong=ended`, 303) : data(refused, { status: refused.status })
  }

  const recognition = String(form.get('recognition') ?? '')
  const file = form.get('file')
  const parsed = parseForm(artworkSchema, form)
  if (!parsed.ok) return wrong({ form: recognition, ...parsed })
  const { printedStars, ...rest } = parsed.value
  const values = { ...rest, printedStars: String(printedStars) }
  if (file === null || typeof file === 'string' || file.size === 0) {
    return wrong({ form: recognition, values, errors: { file: 'errorFile' } })
  }
  const register = async () => {
    const stored = await storeEvidence(producer, file, { title: parsed.value.title, public: false })
    const path = `/producer/mark-uses/${encodeURIComponent(recognition)}/artwork` as const
    await producer.ask(path, { method: 'POST', body: { ...parsed.value, file: stored.file }, headers })
  }
  const refused = await refusalOf(register(), recognition, values)
  return refused === null ? redirect(`${PATH}?xong=registered`, 303) : data(refused, { status: refused.status })
}

export default function OwnMarkUsesRoute() {
  const t = useT(holderInspections)
  const { markUses, today, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <div className="wrap max-w-[48rem] pb-6">
      <BackLink to="/chu-the/hau-kiem">{t('title')}</BackLink>
      <PageHeader title={t('marksTitle')} lead={t('marksLead')} />
      <div className="grid gap-4">
        {!refused && (done === 'registered' || done === 'ended') ? (
          <Notice kind="success" live>
            {t(done)}
          </Notice>
        ) : null}
        {markUses.length === 0 ? (
          <EmptyState title={t('marksEmptyTitle')}>{t('marksEmptyText')}</EmptyState>
        ) : (
          <ul className="grid gap-4">
            {markUses.map((use) => (
              <OwnMarkUse key={use.recognitionId} use={use} today={today} refused={refused} />
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}
