import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { pageMeta } from '#app/lib/page-meta.ts'
import { loadScan } from '#app/lib/trace/scan-page.server.ts'
import type { PageHandle } from '#app/root.tsx'
import ScanRoute from './q.$code.tsx'

export { headers } from './q.$code.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

/**
 * A GS1 Digital Link, `/01/{gtin}[/22/…][/10/…]/21/{serial}` (GS1 Digital Link URI syntax 1.4, section 4): the serial is
 * the unit code, so a code of ours gets the scan page under its own address. A link without a serial names a kind of
 * product, of which this site knows nothing: 404.
 */
export function loader({ request, context, params }: LoaderFunctionArgs) {
  const path = params['*'] ?? ''
  const link = /^(\d{8}|\d{12,14})((?:\/(?:22|10)\/[^/]+)*)\/21\/([^/]+)$/.exec(path)
  const serial = link?.[3]
  if (!serial) throw data(null, { status: 404 })
  return loadScan({ request, context }, serial, (code) => `/01/${link[1]}${link[2] ?? ''}/21/${code}`)
}

export default ScanRoute
