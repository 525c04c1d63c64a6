import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formatUnitCode } from '@sao-lang/traceability/verify'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { type ReportError, ReportForm } from '#app/components/scan/report-form.tsx'
import { report } from '#app/i18n/report.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { env } from '#app/lib/env.server.ts'
import { newFormToken, readFormToken } from '#app/lib/form-token.server.ts'
import { sendScanReport } from '#app/lib/medusa/scan-reports.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { readTypedCode } from '#app/lib/trace/typed-code.ts'
import type { PageHandle } from '#app/root.tsx'
import { parseForm } from '#app/schemas/form.ts'
import { REPORT_LIMITS, scanReportSchema } from '#app/schemas/scan-report.ts'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

const RECEIPT = /^PA-[0-9A-Z]{4}-[0-9A-Z]{4}$/

/** The form; `?ma=` brings the code from the scan page, `?phieu=` is the receipt number after sending. */
export function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, report)
  const receipt = new URL(args.request.url).searchParams.get('phieu') ?? ''
  const head = {
    title: t('title'),
    description: t('description'),
    locale: context.locale,
    url: `${env().STOREFRONT_URL}/bao-van-de`,
    index: false,
  }
  return data({
    head,
    code: codeIn(args.request),
    receipt: RECEIPT.test(receipt) ? receipt : null,
    token: newFormToken(new Date()),
  })
}

interface Failure {
  token: string
  values: Record<string, string>
  errors: Record<string, ReportError>
}

/**
 * Takes a report and leads to its receipt number. Programs are kept out by a signed token that must be some seconds old, a
 * field that people do not see, and limits per address here and at the shop.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const asked = requestContext({ request, context })
  const form = await request.formData()
  const parsed = parseForm(scanReportSchema, form)
  const typed = { kind: textIn(form, 'kind'), message: textIn(form, 'message'), contact: textIn(form, 'contact') }
  const now = new Date()
  const tokenText = textIn(form, 'token')
  const token = readFormToken(tokenText, now)
  // A form that was only too fast keeps its token, so that waiting is enough; another reason needs a new one.
  const nextToken = token.ok || token.reason === 'too_fast' ? tokenText : newFormToken(now)
  const failure = (errors: Failure['errors'], status: number) =>
    data<Failure>({ token: nextToken, values: typed, errors }, { status })

  if (textIn(form, 'website') !== '') return failure({ form: 'errorTrap' }, 400)
  if (!token.ok) return failure({ form: token.reason === 'too_fast' ? 'errorTooFast' : 'errorStale' }, 400)
  if (!parsed.ok) return failure(parsed.errors as Failure['errors'], 400)
  const photo = form.get('photo')
  const sent = photo instanceof File && photo.size > 0 ? photo : null
  if (sent && sent.size > REPORT_LIMITS.photoBytes) return failure({ photo: 'errorPhotoSize' }, 413)

  const code = codeIn(request)
  const outcome = await sendScanReport(asked, { ...parsed.value, requestKey: token.key, code, photo: sent })
  switch (outcome.kind) {
    case 'taken':
      return redirect(
        `/bao-van-de?${new URLSearchParams({ ...(code ? { ma: code } : {}), phieu: outcome.receipt })}`,
        303,
      )
    case 'refused':
      return failure(refusedField(outcome.field, outcome.code), 400)
    case 'too_many':
      return failure({ form: 'errorTooMany' }, 429)
    case 'away':
      return failure({ form: 'errorAway' }, 503)
  }
}

function refusedField(field: string | null, code: string): Failure['errors'] {
  switch (field) {
    case 'photo':
    case 'file':
      return { photo: code === 'file_too_large' ? 'errorPhotoSize' : 'errorPhotoKind' }
    case 'message':
      return { message: 'errorMessage' }
    case 'contact':
      return { contact: 'errorContactTooLong' }
    case 'kind':
      return { kind: 'errorKind' }
    default:
      return { form: 'errorAway' }
  }
}

function codeIn(request: Request): string | null {
  const asked = new URL(request.url).searchParams.get('ma')
  const read = asked === null ? null : readTypedCode(asked)
  return read?.kind === 'code' ? read.code : null
}

function textIn(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.slice(0, 4_000) : ''
}

export default function ReportRoute() {
  const t = useT(report)
  const { code, receipt, token } = useLoaderData<typeof loader>()
  const failure = useActionData<typeof action>()
  return (
    <div className="wrap">
      <Breadcrumbs crumbs={[{ label: t('title'), to: '/bao-van-de' }]} />
      <PageHeader title={receipt ? t('doneTitle') : t('title')} lead={receipt ? undefined : t('lead')} />
      <div className="grid gap-5 pb-14">
        {code ? <p className="tabular font-semibold">{t('aboutCode', { code: formatUnitCode(code) })}</p> : null}
        {receipt ? (
          <>
            <Notice kind="success" live>
              <p>{t('doneNumber')}</p>
              <p className="tabular text-2xl font-bold">{receipt}</p>
              <p>{t('doneText')}</p>
            </Notice>
            <p>
              <LinkButton look="quiet" to={code ? `/q/${code}` : '/kiem-tra-tem'}>
                {code ? t('backToCode') : t('checkAnother')}
              </LinkButton>
            </p>
          </>
        ) : (
          <ReportForm
            token={failure?.token ?? token}
            code={code}
            values={failure?.values ?? {}}
            errors={failure?.errors ?? {}}
          />
        )}
      </div>
    </div>
  )
}
