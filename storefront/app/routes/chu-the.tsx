import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation, useRouteLoaderData } from '@remix-run/react'
import { useEffect } from 'react'
import { DeskError } from '#app/components/desk/desk-error.tsx'
import { Notice } from '#app/components/notice.tsx'
import { journal } from '#app/i18n/journal.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { useJournalQueue } from '#app/lib/producer/queue/use-journal-queue.ts'
import { requireProducer } from '#app/lib/producer/require-producer.server.ts'
import { renewedCookie } from '#app/lib/producer/sign-in.server.ts'
import { requestContext } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { PageHandle, loader as rootLoader } from '#app/root.tsx'

export const handle: PageHandle = { frame: 'desk' }

export const meta: MetaFunction = () => [{ title: 'Sao Làng' }, { name: 'robots', content: 'noindex' }]

export const headers = privateHeaders

/** Whose desk it is. Also where a session that is close to its end is prolonged: every page below runs this. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await requireProducer(args)
  const [desk, cookie] = await Promise.all([
    pageData(producer.desk()),
    renewedCookie(requestContext(args), args.request),
  ])
  return data(
    {
      producerName: desk.producer.name,
      memberId: desk.member.id,
      memberName: desk.member.name,
      unreadNotices: desk.unreadNotices,
    },
    { headers: cookie === null ? {} : { 'Set-Cookie': cookie } },
  )
}

/** Pages below get the entries that wait on this phone as their outlet's context (`JournalQueue`). */
export default function DeskRoute() {
  const t = useT(journal)
  const { memberId } = useLoaderData<typeof loader>()
  const { pathname } = useLocation()
  const queue = useJournalQueue(memberId)
  useJournalWorker(pathname)
  useSignOutQuestion(queue.entries.length > 0 ? t('signOutWaiting', { count: queue.entries.length }) : null)
  return (
    <>
      {queue.offline ? (
        <div className="wrap pt-4">
          <Notice kind="warning" live>
            {t('offlineShown')}
          </Notice>
        </div>
      ) : null}
      <Outlet context={queue} />
    </>
  )
}

export function ErrorBoundary() {
  const root = useRouteLoaderData<typeof rootLoader>('root')
  return <DeskError requestId={root?.requestId ?? null} />
}

/**
 * The worker that keeps the journal's pages on the phone. On the lot book it is asked to keep book and form afresh, on a lot's
 * page to keep the form with that lot, so that the next step can be written where there is no network. On any page it is told to
 * look whether book and form are there at all: the book may have been left before the worker stood.
 */
function useJournalWorker(pathname: string) {
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return
    const [, lot] = /^\/chu-the\/lo\/([^/]+)$/.exec(pathname) ?? []
    const keep = lot ? [`/chu-the/ghi?lo=${lot}`] : pathname === '/chu-the/lo' ? ['/chu-the/lo', '/chu-the/ghi'] : []
    navigator.serviceWorker
      .register('/journal-worker.js', { scope: '/chu-the/' })
      .then(() => navigator.serviceWorker.ready)
      .then((registration) => {
        if (navigator.onLine) registration.active?.postMessage({ keep })
      })
      // Without it the pages need a network; entries are kept all the same.
      .catch(() => undefined)
  }, [pathname])
}

/** Asks before a sign-out that leaves entries behind. */
function useSignOutQuestion(question: string | null) {
  useEffect(() => {
    if (question === null) return
    const ask = (event: SubmitEvent) => {
      const form = event.target
      const leaves = form instanceof HTMLFormElement && form.getAttribute('action') === '/chu-the/dang-xuat'
      if (leaves && !window.confirm(question)) event.preventDefault()
    }
    document.addEventListener('submit', ask)
    return () => document.removeEventListener('submit', ask)
  }, [question])
}
