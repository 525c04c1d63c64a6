import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { ChipLink } from '#app/components/chip-link.tsx'
import { ImportRows } from '#app/components/decisions/import-rows.tsx'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { decisions } from '#app/i18n/decisions.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { ImportRow, ImportView } from '#app/lib/official/decision-types.ts'
import { refusalSentence } from '#app/lib/official/refusal-sentence.server.ts'
import { requireOfficial } from '#app/lib/official/require-official.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

const OUTCOMES = ['faulty', 'new', 'known'] as const
const LABELS = { faulty: 'faulty', new: 'fresh', known: 'known' } as const satisfies Record<
  (typeof OUTCOMES)[number],
  keyof typeof decisions
>

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** `?dong=` says which rows are shown, faulty ones first of all; `?tu=` from where. */
export async function loader(args: LoaderFunctionArgs) {
  const official = await requireOfficial(args)
  const context = requestContext(args)
  const path = `/official/decision-imports/${encodeURIComponent(args.params.id ?? '')}` as const
  const { import: found } = await pageData(official.ask<{ import: ImportView }>(path))
  const { searchParams } = new URL(args.request.url)
  const asked = OUTCOMES.find((each) => each === searchParams.get('dong'))
  const outcome = asked ?? (found.errors > 0 ? 'faulty' : 'new')
  const from = Number(searchParams.get('tu') ?? 0)
  const offset = Number.isInteger(from) && from >= 0 && from <= 20_000 ? from : 0
  const { rows, total } = await pageData(
    official.ask<{ rows: ImportRow[]; total: number }>(`${path}/rows`, {
      search: { outcome, offset },
      headers: { 'accept-language': context.locale },
    }),
  )
  const t = serverT(context, decisions)
  const head = deskHead(context, `/can-bo/quyet-dinh/nhap/${found.id}`, t('importTitle'), found.fileName)
  return { head, found, outcome, rows, next: offset + rows.length < total ? offset + rows.length : null }
}

/** Takes the file over, or takes it back: `viec`. */
export async function action(args: ActionFunctionArgs) {
  const official = await requireOfficial(args)
  const context = requestContext(args)
  const deed = (await args.request.formData()).get('viec') === 'undo' ? 'undo' : 'commit'
  const id = encodeURIComponent(args.params.id ?? '')
  try {
    await official.ask(`/official/decision-imports/${id}/${deed}`, {
      method: 'POST',
      body: {},
      headers: { 'accept-language': context.locale },
    })
    return redirect(`/can-bo/quyet-dinh/nhap/${id}`, 303)
  } catch (error) {
    const { sentence, status } = refusalSentence(serverT(context, decisions), error)
    return data({ errors: { form: sentence } }, { status })
  }
}

export default function ImportRoute() {
  const { found, outcome, rows, next } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const t = useT(decisions)
  const path = `/can-bo/quyet-dinh/nhap/${found.id}`
  const fresh = found.rows - found.errors - found.known
  const { rows: total, decisions: of, known, errors, matched } = found
  return (
    <div className="wrap max-w-[52rem] pb-14">
      <BackLink to="/can-bo/quyet-dinh/nhap">{t('imports')}</BackLink>
      <PageHeader title={<span className="break-all">{found.fileName}</span>} lead={t(found.state)}>
        <p className="tabular">{t('importCounts', { rows: total, fresh, decisions: of, known, errors, matched })}</p>
      </PageHeader>
      <div className="grid gap-6">
        <ErrorSummary title={(count) => t('refused', { count })} errors={failed?.errors ?? {}} />
        {found.state === 'checked' && errors > 0 ? <Notice kind="warning">{t('mendFirst')}</Notice> : null}
        {found.state === 'checked' && errors === 0 && fresh === 0 ? <Notice>{t('nothingNew')}</Notice> : null}
        {found.state === 'checked' && errors === 0 && fresh > 0 ? (
          <Form method="post">
            <input type="hidden" name="viec" value="commit" />
            <Button>{t('commit')}</Button>
          </Form>
        ) : null}
        {found.state === 'committed' ? (
          <Form method="post">
            <input type="hidden" name="viec" value="undo" />
            <Button look="quiet">{t('undo')}</Button>
          </Form>
        ) : null}
        <nav aria-label={t('content')} className="flex flex-wrap gap-2">
          {OUTCOMES.map((each) => (
            <ChipLink key={each} to={`${path}?dong=${each}`} current={each === outcome}>
              {t(LABELS[each])}
            </ChipLink>
          ))}
        </nav>
        <ImportRows rows={rows} />
        {next === null ? null : (
          <p>
            <Link className="chip" to={`${path}?dong=${outcome}&tu=${next}`} rel="next">
              {t('more')} →
            </Link>
          </p>
        )}
      </div>
    </div>
  )
}
