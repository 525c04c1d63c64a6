import { createCookie } from '@remix-run/node'
import { env } from '#app/lib/env.server.ts'

const TWELVE_HOURS = 43_200

let cookie: ReturnType<typeof createCookie> | undefined

/** Sent with every page, unlike the workspaces' own sessions; it names nobody and opens nothing. */
function mark() {
  cookie ??= createCookie('sl-work', {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    maxAge: TWELVE_HOURS,
    secrets: [env().SESSION_SECRET],
    secure: env().STOREFRONT_URL.startsWith('https:'),
  })
  return cookie
}

/**
 * The Set-Cookie line for somebody who signs in to a workspace (producer, officer, inspector): for twelve hours their scans
 * are looked at and not counted, so that whoever sticks or checks labels all day makes no code look copied.
 */
export function workMark(): Promise<string> {
  return mark().serialize('1')
}

/** The Set-Cookie line that takes the mark away, for signing out. */
export function endOfWorkMark(): Promise<string> {
  return mark().serialize('', { maxAge: 0 })
}

/** Whether a request is of somebody at work. A missing, foreign or altered mark is none. */
export async function isAtWork(request: Request): Promise<boolean> {
  return (await mark().parse(request.headers.get('cookie'))) === '1'
}
