import { data } from '@remix-run/node'
import { pageHeaders } from '#app/lib/page-headers.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'

export const meta = () => pageMeta(undefined)

export const headers = pageHeaders('never')

/** Any address no other route knows. */
export function loader() {
  throw data(null, { status: 404 })
}

export function action() {
  throw data(null, { status: 405 })
}

export default function Unknown() {
  return null
}
