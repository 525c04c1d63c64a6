import { isRouteErrorResponse } from '@remix-run/react'
import { shell } from '#app/i18n/shell.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { LinkButton } from './link-button.tsx'
import { SearchForm } from './search-form.tsx'

/** What a visitor reads instead of a page that failed: what happened, what to do, and the id to quote. Never details. */
export function ErrorPage({ error, requestId }: { error: unknown; requestId: string | null }) {
  const t = useT(shell)
  const { status, missing, words } = errorWords(error)
  return (
    <div className="wrap grid justify-items-start gap-4 py-12 md:py-20">
      <p className="eyebrow tabular">{status}</p>
      <h1>{t(words[0])}</h1>
      <p className="max-w-[56ch] text-lg text-muted">{t(words[1])}</p>
      {missing ? <SearchForm className="w-full max-w-xl" /> : null}
      <div className="flex flex-wrap gap-3 pt-2">
        <LinkButton look={missing ? 'quiet' : 'primary'} to="/">
          {t('home')}
        </LinkButton>
        <LinkButton look="quiet" to="/san-pham">
          {t('products')}
        </LinkButton>
        <LinkButton look="quiet" to="/kiem-tra-tem">
          {t('checkLabel')}
        </LinkButton>
      </div>
      {requestId ? (
        <p className="pt-4 text-sm break-all text-muted">
          {t('requestId')}: <code>{requestId}</code>
        </p>
      ) : null}
    </div>
  )
}

/** Status and the keys of title and text for whatever a route threw. */
export function errorWords(error: unknown) {
  const status = isRouteErrorResponse(error) ? error.status : 500
  const missing = status === 404 || status === 405 || status === 410
  const words = missing
    ? (['errorNotFoundTitle', 'errorNotFoundText'] as const)
    : status === 503
      ? (['errorUnavailableTitle', 'errorUnavailableText'] as const)
      : (['errorTitle', 'errorText'] as const)
  return { status, missing, words }
}
