import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { official } from '#app/i18n/official.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { OFFICIAL_HOME } from '#app/lib/official/paths.ts'
import { buttonClass } from '../button.tsx'

/** What an official reads instead of a page that failed: what happened, what is safe, what to do. Never details. */
export function OfficialError({ requestId }: { requestId: string | null }) {
  const t = useT(official)
  const { status, title, text, home } = wordsOf(useRouteError())
  return (
    <div className="wrap grid justify-items-start gap-4 py-10">
      <p className="eyebrow tabular">{status}</p>
      <h1>{t(title)}</h1>
      <p className="max-w-[56ch] text-lg text-muted">{t(text)}</p>
      <div className="flex flex-wrap gap-3 pt-2">
        {home ? (
          <a className={buttonClass('primary', false)} href={OFFICIAL_HOME}>
            {t('toHome')}
          </a>
        ) : null}
        <a className={buttonClass('quiet', false)} href="/">
          {t('toShop')}
        </a>
      </div>
      {requestId ? (
        <p className="pt-4 text-sm break-all text-muted">
          {t('requestId')}: <code>{requestId}</code>
        </p>
      ) : null}
    </div>
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
