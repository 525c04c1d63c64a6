import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { UnknownPage } from '#app/components/scan/unknown-page.tsx'
import { VerdictPage } from '#app/components/scan/verdict-page.tsx'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { actOnScan, loadScan } from '#app/lib/trace/scan-page.server.ts'
import type { PageHandle } from '#app/root.tsx'

/** Complete as plain HTML: a reader in a shop with a weak signal waits for one document and nothing else. */
export const handle: PageHandle = { scripts: false }

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return loadScan({ request, context }, params.code ?? '', (code) => `/q/${code}`)
}

/** The hidden code of a label, sent by the page's own form. */
export function action({ request, context, params }: ActionFunctionArgs) {
  return actOnScan({ request, context }, params.code ?? '')
}

export default function ScanRoute() {
  const { result, requestId } = useLoaderData<typeof loader>()
  const scratch = useActionData<typeof action>() ?? null
  return result.kind === 'verdict' && result.answer.verdict !== 'not_issued_here' ? (
    <VerdictPage answer={result.answer} requestId={requestId} scratch={scratch} />
  ) : (
    <UnknownPage result={result} requestId={requestId} />
  )
}
