import { isRouteErrorResponse } from '@remix-run/react'
import { shell } from '#app/i18n/shell.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { ErrorFrame } from './error-frame.tsx'
import { LinkButton } from './link-button.tsx'
import { SearchForm } from './search-form.tsx'

/** What a visitor reads instead of a page that failed: what happened, what to do, and the id to quote. Never details. */
export function ErrorPage({ error, requestId }: { error: unknown; requestId: string | null }) {
  const t = useT(shell)
  const { status, missing, words } = errorWords(error)
  return (
    <ErrorFrame
      status={status}
      title={t(words[0])}
      text={t(words[1])}
      requestId={requestId}
      search={missing ? <SearchForm className="w-full max-w-xl" /> : null}
    >
      <LinkButton look={missing ? 'quiet' : 'primary'} to="/">
        {t('home')}
      </LinkButton>
      <LinkButton look="quiet" to="/san-pham">
        {t('products')}
      </LinkButton>
      <LinkButton look="quiet" to="/kiem-tra-tem">
        {t('checkLabel')}
      </LinkButton>
    </ErrorFrame>
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
