import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { Day } from '#app/components/day.tsx'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { TextField } from '#app/components/field.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { decisions } from '#app/i18n/decisions.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { ImportView } from '#app/lib/official/decision-types.ts'
import { refusalSentence } from '#app/lib/official/refusal-sentence.server.ts'
import { requireOfficial } from '#app/lib/official/require-official.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

const PATH = '/can-bo/quyet-dinh/nhap'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

export async function loader(args: LoaderFunctionArgs) {
  const official = await requireOfficial(args)
  const { imports } = await pageData(official.ask<{ imports: ImportView[] }>('/official/decision-imports'))
  const context = requestContext(args)
  const t = serverT(context, decisions)
  return { head: deskHead(context, PATH, t('importTitle'), t('importLead')), imports }
}

/** Hands the file on; nothing of it counts before the next page says so. */
export async function action(args: ActionFunctionArgs) {
  const official = await requireOfficial(args)
  const context = requestContext(args)
  try {
    const headers = { 'accept-language': context.locale }
    const made = await official.forward<{ import: ImportView }>('/official/decision-imports', args.request, headers)
    return redirect(`${PATH}/${made.import.id}`, 303)
  } catch (error) {
    const { sentence, status } = refusalSentence(serverT(context, decisions), error)
    return data({ errors: { file: sentence } }, { status })
  }
}

export default function ImportsRoute() {
  const { imports } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  const t = useT(decisions)
  return (
    <div className="wrap max-w-[52rem] pb-14">
      <BackLink to="/can-bo/quyet-dinh">{t('back')}</BackLink>
      <PageHeader title={t('importTitle')} lead={t('importLead')} />
      <Form method="post" encType="multipart/form-data" className="card grid gap-4 p-4">
        <ErrorSummary title={(count) => t('refused', { count })} errors={failed?.errors ?? {}} />
        <p>
          <a className="link inline-flex min-h-11 items-center" href={`${PATH}/mau.xlsx`} download>
            {t('template')}
          </a>
        </p>
        <TextField
          label={t('file')}
          name="file"
          type="file"
          required
          accept=".xlsx,.csv"
          error={failed?.errors.file ?? null}
        />
        <p>
          <Button>{t('check')}</Button>
        </p>
      </Form>
      <section className="grid gap-3 pt-10">
        <h2>{t('imports')}</h2>
        {imports.length === 0 ? <p className="text-muted">{t('importsNone')}</p> : null}
        <ul className="grid gap-3">
          {imports.map((each) => (
            <li key={each.id} className="card grid gap-1 p-4">
              <h3>
                <Link className="link inline-flex min-h-11 items-center break-all" to={`${PATH}/${each.id}`}>
                  {each.fileName}
                </Link>
              </h3>
              <p className="flex flex-wrap gap-x-3 text-sm">
                <strong>{t(each.state)}</strong>
                <span>{t('rowCount', { count: each.rows })}</span>
                <span>{each.by}</span>
                <Day value={each.createdAt} moment />
              </p>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
