import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { pageMeta } from '#app/lib/page-meta.ts'
import { actOnScan, loadScan } from '#app/lib/trace/scan-page.server.ts'
import type { PageHandle } from '#app/root.tsx'
import ScanRoute from './q.$code.tsx'

export { headers } from './q.$code.tsx'

export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

/**
 * A GS1 Digital Link, `/01/{gtin}[/22/…][/10/…]/21/{serial}` (GS1 Digital Link: URI Syntax 1.6, 4.3): the serial is the
 * unit code, so a code of ours gets the scan page under its own address, and GTIN and code must name one product. Links
 * without a serial are the resolver's (`server/resolver-gateway.mjs`); those it does not know end here: 404.
 */
export function loader({ request, context, params }: LoaderFunctionArgs) {
  const { gtin, between, serial } = linkIn(params['*'])
  return loadScan({ request, context }, serial, (code) => `/01/${gtin}${between}/21/${code}`, gtin)
}

export function action({ request, context, params }: ActionFunctionArgs) {
  return actOnScan({ request, context }, linkIn(params['*']).serial)
}

function linkIn(path = '') {
  const link = /^(\d{8}|\d{12,14})((?:\/(?:22|10)\/[^/]+)*)\/21\/([^/]+)$/.exec(path)
  const [, gtin, between = '', serial] = link ?? []
  if (gtin === undefined || serial === undefined) throw data(null, { status: 404 })
  return { gtin, between, serial }
}

export default ScanRoute
