import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { DraftContent } from '#app/components/decisions/draft-content.tsx'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { TextAreaField, TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { SampleNote } from '#app/components/sample-note.tsx'
import { decisions } from '#app/i18n/decisions.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { typedIn } from '#app/lib/official/decision-form.ts'
import type { DraftView } from '#app/lib/official/decision-types.ts'
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

export async function loader(args: LoaderFunctionArgs) {
  const official = await requireOfficial(args)
  const id = args.params.id ?? ''
  const [{ draft }, desk] = await Promise.all([
    pageData(official.ask<{ draft: DraftView }>(`/official/decisions/${encodeURIComponent(id)}`)),
    pageData(official.desk()),
  ])
  const context = requestContext(args)
  const t = serverT(context, decisions)
  const head = deskHead(context, `/can-bo/quyet-dinh/${id}`, t(draft.kind), draft.authority)
  return { head, draft, today: desk.today }
}

/** Signs the draft, or drops it: `viec`. */
export async function action(args: ActionFunctionArgs) {
  const official = await requireOfficial(args)
  const context = requestContext(args)
  const typed = typedIn(await args.request.formData())
  const path = `/official/decisions/${encodeURIComponent(args.params.id ?? '')}` as const
  const version = Number(typed.version)
  const headers = { 'accept-language': context.locale }
  const call =
    typed.viec === 'drop'
      ? official.ask(`${path}/drop`, { method: 'POST', body: { version }, headers })
      : official.ask(`${path}/sign`, {
          method: 'POST',
          body: {
            version,
            number: typed.number ?? '',
            date: typed.date ?? '',
            signatories: [{ name: typed.signatory ?? '', title: typed.signatoryTitle ?? '' }],
            lateReason: typed.lateReason || null,
          },
          headers,
        })
  try {
    await call
    return redirect(`/can-bo/quyet-dinh/${args.params.id}`, 303)
  } catch (error) {
    const { sentence, status } = refusalSentence(serverT(context, decisions), error)
    return data({ typed, errors: { form: sentence } as Record<string, string> }, { status })
  }
}

export default function DraftRoute() {
  const { draft, today } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const t = useT(decisions)
  return (
    <div className="wrap max-w-[52rem] pb-14">
      <BackLink to="/can-bo/quyet-dinh">{t('back')}</BackLink>
      <PageHeader title={t(draft.kind)} lead={draft.authority}>
        <p className="text-muted">{t('draftedBy', { name: draft.draftedBy })}</p>
        {draft.sample ? (
          <p>
            <SampleNote />
          </p>
        ) : null}
      </PageHeader>
      <div className="grid gap-8">
        <ErrorSummary title={(count) => t('refused', { count })} errors={failed?.errors ?? {}} />
        {draft.decisionId === null ? null : (
          <Notice kind="success" title={t('isSigned')}>
            <p className="flex flex-wrap gap-x-4">
              <Link className="link inline-flex min-h-11 items-center" to={`/quyet-dinh/${draft.decisionId}`}>
                {t('seePage')}
              </Link>
              <a
                className="link inline-flex min-h-11 items-center"
                href={`/quyet-dinh/${draft.decisionId}/van-ban.pdf`}
              >
                {t('document')}
              </a>
            </p>
          </Notice>
        )}
        {draft.state === 'dropped' ? <Notice title={t('isDropped')}>{null}</Notice> : null}
        <section className="grid gap-1">
          <h2>{t('legalBasis')}</h2>
          <p className="break-words whitespace-pre-line">{draft.legalBasis}</p>
        </section>
        <DraftContent draft={draft} />
        {draft.state === 'draft' && draft.own ? <p className="text-muted">{t('own')}</p> : null}
        {draft.may.sign ? <SignForm draft={draft} today={today} typed={failed?.typed ?? {}} /> : null}
        {draft.may.change ? (
          <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
            <Link className="link inline-flex min-h-11 items-center" to={`/can-bo/quyet-dinh/${draft.id}/sua`}>
              {t('edit')}
            </Link>
            <Form method="post">
              <input type="hidden" name="viec" value="drop" />
              <input type="hidden" name="version" value={draft.version} />
              <Button look="quiet">{t('drop')}</Button>
            </Form>
          </div>
        ) : null}
      </div>
    </div>
  )
}

function SignForm({ draft, today, typed }: { draft: DraftView; today: string; typed: Record<string, string> }) {
  const t = useT(decisions)
  return (
    <Form method="post" className="card grid gap-4 p-4">
      <h2>{t('signTitle')}</h2>
      <p className="text-muted">{t('signHint')}</p>
      <input type="hidden" name="viec" value="sign" />
      <input type="hidden" name="version" value={draft.version} />
      <TextField label={t('number')} name="number" required maxLength={60} defaultValue={typed.number ?? ''} />
      <TextField label={t('date')} name="date" type="date" required max={today} defaultValue={typed.date ?? today} />
      <TextField
        label={t('signatory')}
        name="signatory"
        required
        maxLength={100}
        autoComplete="name"
        defaultValue={typed.signatory ?? ''}
      />
      <TextField
        label={t('signatoryTitle')}
        name="signatoryTitle"
        required
        maxLength={150}
        autoComplete="organization-title"
        defaultValue={typed.signatoryTitle ?? ''}
      />
      {draft.late ? (
        <TextAreaField
          label={t('lateReason')}
          hint={t('lateHint')}
          name="lateReason"
          required
          maxLength={500}
          defaultValue={typed.lateReason ?? ''}
        />
      ) : null}
      <p>
        <Button>{t('sign')}</Button>
      </p>
    </Form>
  )
}
