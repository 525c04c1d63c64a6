import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DraftForm } from '#app/components/decisions/draft-form.tsx'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { decisions } from '#app/i18n/decisions.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { choicesFor, draftBody, draftRows, type TypedDraft, typedIn, typedOf } from '#app/lib/official/decision-form.ts'
import type { DraftChoices, DraftView } from '#app/lib/official/decision-types.ts'
import { refusalSentence } from '#app/lib/official/refusal-sentence.server.ts'
import { requireOfficial } from '#app/lib/official/require-official.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** An open draft in the form it was written in; one that may not be changed is shown instead. */
export async function loader(args: LoaderFunctionArgs) {
  const { draft, choices } = await openDraft(args)
  const page = pageOf(draft.id)
  if (!draft.may.change) throw redirect(page, 303)
  const context = requestContext(args)
  const t = serverT(context, decisions)
  return { head: deskHead(context, `${page}/sua`, t('edit'), draft.authority), draft, choices }
}

/** Writes the draft anew, unless somebody has since the version that was read. */
export async function action(args: ActionFunctionArgs) {
  const { official, draft, choices } = await openDraft(args)
  const context = requestContext(args)
  const t = serverT(context, decisions)
  const typed = typedIn(await args.request.formData())
  const rows = draftRows(draft.kind, typed, choices, draft.rows)
  if (rows.length === 0) return refused(typed, t('noRows'), 400)
  const evaluationRef = draft.kind === 'recognition' ? typed.evaluationRef || null : draft.evaluationRef
  const body = { ...draftBody(draft.kind, typed, rows), evaluationRef, version: Number(typed.version) }
  try {
    const options = { method: 'POST', body, headers: { 'accept-language': context.locale } } as const
    await official.ask(`/official/decisions/${encodeURIComponent(draft.id)}`, options)
    return redirect(pageOf(draft.id), 303)
  } catch (error) {
    const { sentence, status } = refusalSentence(t, error)
    return refused(typed, sentence, status)
  }
}

function refused(typed: TypedDraft, form: string, status: number) {
  return data({ typed, errors: { form } as Record<string, string>, changed: status === 409 }, { status })
}

async function openDraft(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const official = await requireOfficial(args)
  const path = `/official/decisions/${encodeURIComponent(args.params.id ?? '')}` as const
  const [{ draft }, { choices }] = await Promise.all([
    pageData(official.ask<{ draft: DraftView }>(path)),
    pageData(official.ask<{ choices: DraftChoices }>('/official/decision-choices')),
  ])
  return { official, draft, choices: choicesFor(choices, draft) }
}

function pageOf(id: string): `/${string}` {
  return `/can-bo/quyet-dinh/${id}`
}

export default function EditDecisionRoute() {
  const { draft, choices } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const t = useT(decisions)
  const page = pageOf(draft.id)
  return (
    <div className="wrap max-w-[52rem] pb-14">
      <BackLink to={page}>{t(draft.kind)}</BackLink>
      <PageHeader title={t('edit')} />
      <DraftForm
        kind={draft.kind}
        choices={choices}
        draft={draft}
        typed={failed?.typed ?? typedOf(draft)}
        errors={failed?.errors ?? {}}
        latest={failed?.changed ? page : null}
      />
    </div>
  )
}
