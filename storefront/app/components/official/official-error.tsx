import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { official } from '#app/i18n/official.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { OFFICIAL_HOME } from '#app/lib/official/paths.ts'
import { buttonClass } from '../button.tsx'
import { ErrorFrame } from '../error-frame.tsx'

/** What an official reads instead of a page that failed: what happened, what is safe, what to do. Never details. */
export function OfficialError({ requestId }: { requestId: string | null }) {
  const t = useT(official)
  const { status, title, text, home } = wordsOf(useRouteError())
  return (
    <ErrorFrame status={status} title={t(title)} text={t(text)} requestId={requestId}>
      {home ? (
        <a className={buttonClass('primary', false)} href={OFFICIAL_HOME}>
          {t('toHome')}
        </a>
      ) : null}
      <a className={buttonClass('quiet', false)} href="/">
        {t('toShop')}
      </a>
    </ErrorFrame>
  )
}

/** `home` tells whether the work list may open where this page did not. */
function wordsOf(error: unknown) {
  const status = isRouteErrorResponse(error) ? error.status : 500
  if (isRouteErrorResponse(error) && status === 403) {
    const refused = (error.data as { refused?: unknown } | null)?.refused
    if (refused === 'suspended') {
      return { status, title: 'suspendedTitle', text: 'suspendedText', home: false } as const
    }
    if (refused === 'no_post') return { status, title: 'noPostTitle', text: 'noPostText', home: false } as const
    return { status, title: 'notPermittedTitle', text: 'notPermittedText', home: true } as const
  }
  if (status === 404 || status === 405) {
    return { status, title: 'missingTitle', text: 'missingText', home: true } as const
  }
  if (status === 503) return { status, title: 'awayTitle', text: 'awayText', home: true } as const
  return { status, title: 'failedTitle', text: 'failedText', home: true } as const
}
