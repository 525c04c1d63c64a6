import type { LoaderFunctionArgs } from '@remix-run/node'
import { fromTraceability, rawAddress } from '#app/lib/trace/trace-proxy.server.ts'

/** The keys credentials are signed with (did:web, W3C DID 1.0). */
export function loader(args: LoaderFunctionArgs) {
  return fromTraceability(args, rawAddress(args.request))
}
