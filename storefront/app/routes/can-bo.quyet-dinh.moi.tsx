import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ChipLink } from '#app/components/chip-link.tsx'
import { DraftForm } from '#app/components/decisions/draft-form.tsx'
import { SubjectSearch } from '#app/components/decisions/subject-search.tsx'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { decisions } from '#app/i18n/decisions.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { readRegister } from '#app/lib/medusa/register.server.ts'
import { draftBody, draftRows, typedIn } from '#app/lib/official/decision-form.ts'
import { DECISION_KINDS, type DraftChoices, type DraftView } from '#app/lib/official/decision-types.ts'
import { refusalSentence } from '#app/lib/official/refusal-sentence.server.ts'
import { requireOfficial } from '#app/lib/official/require-official.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { parseRegisterQuery } from '#app/lib/register-query.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

const PATH = '/can-bo/quyet-dinh/moi'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** `?loai=` chooses the kind; for all but recognitions `?q=` finds on which one it decides. */
export async function loader(args: LoaderFunctionArgs) {
  const official = await requireOfficial(args)
  const { choices } = await pageData(official.ask<{ choices: DraftChoices }>('/official/decision-choices'))
  const { searchParams } = new URL(args.request.url)
  const kind = kindIn(searchParams.get('loai'))
  const context = requestContext(args)
  const q = (searchParams.get('q') ?? '').trim()
  const query = { ...parseRegisterQuery(new URLSearchParams({ q })), province: choices.provinceCode }
  const found = kind === 'recognition' || q === '' ? null : (await pageData(readRegister(context, query))).items
  const t = serverT(context, decisions)
  return { head: deskHead(context, PATH, t('newDraft'), t('lead')), kind, q, choices, found }
}

export async function action(args: ActionFunctionArgs) {
  const official = await requireOfficial(args)
  const context = requestContext(args)
  const t = serverT(context, decisions)
  const typed = typedIn(await args.request.formData())
  const kind = kindIn(typed.kind ?? null)
  const { choices } = await pageData(official.ask<{ choices: DraftChoices }>('/official/decision-choices'))
  const rows = draftRows(kind, typed, choices)
  if (rows.length === 0) {
    const form = t(kind === 'recognition' ? 'noRows' : 'noSubject')
    return data({ typed, errors: { form } as Record<string, string> }, { status: 400 })
  }
  const body = draftBody(kind, typed, rows)
  try {
    const headers = { 'accept-language': context.locale }
    const made = await official.ask<{ draft: DraftView }>('/official/decisions', { method: 'POST', body, headers })
    return redirect(`/can-bo/quyet-dinh/${made.draft.id}`, 303)
  } catch (error) {
    const { sentence, status } = refusalSentence(t, error)
    return data({ typed, errors: { form: sentence } as Record<string, string> }, { status })
  }
}

function kindIn(text: string | null) {
  return DECISION_KINDS.find((each) => each === text) ?? 'recognition'
}

export default function NewDecisionRoute() {
  const { kind, q, choices, found } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const t = useT(decisions)
  const typed: Record<string, string> = failed?.typed ?? {}
  return (
    <div className="wrap max-w-[52rem] pb-14">
      <BackLink to="/can-bo/quyet-dinh">{t('back')}</BackLink>
      <PageHeader title={t('newDraft')} />
      <nav aria-label={t('kind')} className="flex flex-wrap gap-2 pb-6">
        {DECISION_KINDS.map((each) => (
          <ChipLink key={each} to={`${PATH}?loai=${each}`} current={each === kind}>
            {t(each)}
          </ChipLink>
        ))}
      </nav>
      {kind === 'recognition' ? null : <SubjectSearch kind={kind} q={q} />}
      <DraftForm kind={kind} choices={choices} found={found} typed={typed} errors={failed?.errors ?? {}} />
    </div>
  )
}
