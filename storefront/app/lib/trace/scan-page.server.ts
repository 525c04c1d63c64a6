import { type AppLoadContext, data, redirect } from '@remix-run/node'
import type { VerdictResponse } from '@sao-lang/traceability/verify'
import { formatUnitCode } from '@sao-lang/traceability/verify'
import { scan } from '#app/i18n/scan.ts'
import { env } from '#app/lib/env.server.ts'
import { isPrefetch } from '#app/lib/is-prefetch.server.ts'
import type { PageHead } from '#app/lib/page-meta.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { deviceOf, newDeviceCookie } from './device-cookie.server.ts'
import { confirmHiddenCode } from './scratch.server.ts'
import { readTypedCode, type TypedCode } from './typed-code.ts'
import { verifyCode } from './verify.server.ts'
import { isAtWork } from './work-mark.server.ts'

export type ScanResult =
  | { kind: 'verdict'; answer: VerdictResponse }
  | { kind: 'unreadable'; typed: Exclude<TypedCode, { kind: 'code' }> }
  | { kind: 'unavailable'; code: string }

export interface ScanPage {
  head: PageHead
  result: ScanResult
  requestId: string
}

/**
 * The whole answer of the scan page. It asks the traceability service alone, so it works while the shop is down.
 * In: what stood in the address, with the GTIN of a Digital Link. Out: the page's data with its status: 200 issued here, 404 not, 414 too long to be a
 * code, 503 when the service cannot be asked. Redirects other spellings of a code to the printed one, before asking, so
 * that a check is counted once.
 */
export async function loadScan(
  { request, context }: { request: Request; context: AppLoadContext },
  typed: string,
  canonicalPath: (code: string) => string,
  gtin: string | null = null,
) {
  const asked = requestContext({ request, context })
  const t = serverT(asked, scan)
  const page = (result: ScanResult, title: string): ScanPage => ({
    result,
    requestId: asked.requestId,
    head: {
      title,
      description: t('description'),
      locale: asked.locale,
      url: `${env().STOREFRONT_URL}/kiem-tra-tem`,
      index: false,
    },
  })

  const read = readTypedCode(typed)
  if (read.kind !== 'code') {
    const status = read.kind === 'too_long' ? 414 : 404
    return data(page({ kind: 'unreadable', typed: read }, t('metaPlain')), { status })
  }
  const { code } = read
  const url = new URL(request.url)
  const printed = canonicalPath(code)
  if (decoded(url.pathname) !== printed) {
    const lang = url.searchParams.get('lang')
    throw redirect(lang ? `${printed}?lang=${encodeURIComponent(lang)}` : printed)
  }

  const device = deviceOf(request)
  const answer = await verifyCode({
    traceUrl: env().TRACE_URL,
    internalToken: env().TRACE_INTERNAL_TOKEN,
    code,
    gtin,
    requestId: asked.requestId,
    device,
    clientIp: asked.clientIp,
    clientAgent: request.headers.get('user-agent'),
    clientProvince: asked.clientProvince,
    logScan: request.method === 'GET' && !isPrefetch(request) && !(await isAtWork(request)),
  })
  if (answer.kind === 'unavailable') {
    return data(page({ kind: 'unavailable', code }, t('unavailableTitle')), {
      status: 503,
      headers: { 'Retry-After': '60' },
    })
  }
  const { verdict } = answer
  const product = verdict.passport?.product.name
  const name = product ? ((asked.locale === 'en' ? product.en : null) ?? product.vi) : null
  const title = name ? t('metaTitle', { product: name }) : `${t('code', { code: formatUnitCode(code) })} · Sao Làng`
  return data(page({ kind: 'verdict', answer: verdict }, title), {
    status: verdict.verdict === 'not_issued_here' ? 404 : 200,
    headers: device ? undefined : { 'Set-Cookie': newDeviceCookie() },
  })
}

/**
 * Answers the page's own form with the hidden code of a label. In: what stood in the address. Out: what came of it, with
 * 422 for what cannot be a hidden code; the page is shown with it.
 */
export async function actOnScan({ request, context }: { request: Request; context: AppLoadContext }, typed: string) {
  const read = readTypedCode(typed)
  if (read.kind !== 'code') throw data(null, { status: 404 })
  const asked = requestContext({ request, context })
  const hidden = (await request.formData()).get('scratch')
  const result = await confirmHiddenCode({
    traceUrl: env().TRACE_URL,
    internalToken: env().TRACE_INTERNAL_TOKEN,
    code: read.code,
    scratch: typeof hidden === 'string' ? hidden : '',
    requestId: asked.requestId,
    device: deviceOf(request),
    clientIp: asked.clientIp,
    clientAgent: request.headers.get('user-agent'),
    clientProvince: asked.clientProvince,
  })
  const status = { answered: 200, malformed: 422, too_many: 429, unavailable: 503 }[result.kind]
  return data(result, { status })
}

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}
