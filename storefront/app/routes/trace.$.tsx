import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { fromTraceability, rawAddress } from '#app/lib/trace/trace-proxy.server.ts'

/** Verdicts, exports, pictures and keys of the traceability service, where its links say they are. */
export function loader(args: LoaderFunctionArgs) {
  return fromTraceability(args, rawAddress(args.request).slice('/trace'.length))
}

/** Refuses every method that writes. */
export function action(args: ActionFunctionArgs) {
  return fromTraceability(args, rawAddress(args.request).slice('/trace'.length))
}
