import { randomUUID } from 'node:crypto'
import type { AppLoadContext } from '@remix-run/node'
import { localeOf } from '#app/i18n/locale.server.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { type Messages, type Translate, translator } from '#app/i18n/messages.ts'

declare module '@remix-run/server-runtime' {
  interface AppLoadContext {
    /** Set by server.mjs; absent under the development server. */
    requestId?: string
    /** For entry.server alone; it must never reach loader data. */
    nonce?: string
    /** Address of the visitor, as far as `TRUST_PROXY` lets it be known. It is passed on, never stored or logged. */
    clientIp?: string
    /** Two digits, when a trusted proxy states the visitor's province. */
    clientProvince?: string
  }
}

/** What a loader or action needs to know of its request: pass it on to `lib/medusa` and `lib/trace`. */
export interface RequestContext {
  requestId: string
  locale: Locale
  clientIp: string | null
  clientProvince: string | null
  signal: AbortSignal
}

/** In: the arguments of a loader or action. Out: its request id, language and abort signal. */
export function requestContext({ request, context }: { request: Request; context: AppLoadContext }): RequestContext {
  return {
    requestId: context.requestId ?? randomUUID(),
    locale: localeOf(request),
    clientIp: context.clientIp ?? null,
    clientProvince: context.clientProvince ?? null,
    signal: request.signal,
  }
}

/** The texts of one area in the language of the request, for titles and messages made in loaders and actions. */
export function serverT<M extends Messages>(context: RequestContext, catalogue: M): Translate<M> {
  return translator(context.locale, catalogue)
}
