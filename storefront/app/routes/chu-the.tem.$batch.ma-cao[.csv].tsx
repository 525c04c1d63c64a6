import type { LoaderFunctionArgs } from '@remix-run/node'
import { batchPath } from '#app/lib/labels/batch-page.server.ts'
import { labelFile } from '#app/lib/labels/label-file.server.ts'

/** The hidden codes of a batch, for the printer; the shop gives them to owners alone. */
export function loader(args: LoaderFunctionArgs) {
  return labelFile(args, `${batchPath(args.params.batch)}/hidden-codes`)
}
