import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { desk } from '#app/i18n/desk.ts'
import { deskFrame } from '#app/i18n/desk-frame.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { buttonClass } from '../button.tsx'
import { ErrorFrame } from '../error-frame.tsx'

/** What a producer reads instead of a page that failed: what happened, what is safe, what to do. Never details. */
export function DeskError({ requestId }: { requestId: string | null }) {
  const t = useT(desk)
  const frame = useT(deskFrame)
  const { status, title, text } = wordsOf(useRouteError())
  return (
    <ErrorFrame status={status} title={t(title)} text={t(text)} requestId={requestId}>
      {status === 403 ? null : (
        <a className={buttonClass('primary', false)} href="/chu-the/lo">
          {t('toLots')}
        </a>
      )}
      <a className={buttonClass('quiet', false)} href="/">
        {frame('toShop')}
      </a>
    </ErrorFrame>
  )
}

function wordsOf(error: unknown) {
  const status = isRouteErrorResponse(error) ? error.status : 500
  if (isRouteErrorResponse(error) && status === 403) {
    const suspended = (error.data as { suspended?: unknown } | null)?.suspended
    return suspended === 'producer'
      ? ({ status, title: 'suspendedProducerTitle', text: 'suspendedProducerText' } as const)
      : ({ status, title: 'suspendedAccountTitle', text: 'suspendedAccountText' } as const)
  }
  if (status === 404 || status === 405) return { status, title: 'missingTitle', text: 'missingText' } as const
  if (status === 503) return { status, title: 'awayTitle', text: 'awayText' } as const
  return { status, title: 'failedTitle', text: 'failedText' } as const
}
