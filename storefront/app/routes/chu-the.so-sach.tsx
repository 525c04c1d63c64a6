import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { BackLink } from '#app/components/desk/back-link.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { TextField } from '#app/components/field.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { journal } from '#app/i18n/journal.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { vietnamMinute } from '#app/lib/producer/entry-draft.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/** The form for the book on paper; `?sai=1` comes from a period that was none, with what was typed. */
export async function loader(args: LoaderFunctionArgs) {
  await requireProducer(args)
  const context = requestContext(args)
  const t = serverT(context, journal)
  const { searchParams } = new URL(args.request.url)
  const today = vietnamMinute(new Date()).slice(0, 10)
  const wrong = searchParams.get('sai') === '1'
  const page = {
    head: deskHead(context, '/chu-the/so-sach', t('exportTitle'), t('exportLead')),
    from: searchParams.get('from')?.slice(0, 10) ?? `${today.slice(0, 8)}01`,
    to: searchParams.get('to')?.slice(0, 10) ?? today,
    wrong,
  }
  return data(page, { status: wrong ? 400 : 200 })
}

export default function BookExportRoute() {
  const t = useT(journal)
  const { from, to, wrong } = useLoaderData<typeof loader>()
  return (
    <div className="wrap max-w-[40rem] pb-6">
      <BackLink to="/chu-the/lo">{t('title')}</BackLink>
      <PageHeader title={t('exportTitle')} lead={t('exportLead')} />
      <form method="get" action="/chu-the/so-sach/tai" className="grid gap-5">
        <ErrorSummary title={(count) => t('summaryTitle', { count })} errors={wrong ? { to: t('errorPeriod') } : {}} />
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField name="from" type="date" label={t('from')} defaultValue={from} required />
          <TextField
            name="to"
            type="date"
            label={t('to')}
            defaultValue={to}
            error={wrong ? t('errorPeriod') : null}
            required
          />
        </div>
        <p className="text-sm text-muted">{t('periodHint')}</p>
        <div className="flex flex-wrap gap-3">
          <Button large name="loai" value="pdf">
            {t('getPdf')}
          </Button>
          <Button large look="quiet" name="loai" value="xlsx">
            {t('getXlsx')}
          </Button>
        </div>
      </form>
    </div>
  )
}
