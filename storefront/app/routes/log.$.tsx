import type { LoaderFunctionArgs } from '@remix-run/node'
import { fromTraceability, rawAddress } from '#app/lib/trace/trace-proxy.server.ts'

/** The transparency log (C2SP tlog-tiles), under the name its checkpoints carry. */
export function loader(args: LoaderFunctionArgs) {
  return fromTraceability(args, rawAddress(args.request))
}
