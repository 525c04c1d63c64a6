import type { LoaderFunctionArgs } from '@remix-run/node'
import { fromTraceability, rawAddress } from '#app/lib/trace/trace-proxy.server.ts'

/** Verifiable credentials and their status lists, under the address that is written in them. */
export function loader(args: LoaderFunctionArgs) {
  return fromTraceability(args, rawAddress(args.request))
}
