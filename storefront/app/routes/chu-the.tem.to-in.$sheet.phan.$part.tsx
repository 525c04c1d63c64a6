import type { LoaderFunctionArgs } from '@remix-run/node'
import { labelFile } from '#app/lib/labels/label-file.server.ts'
import { partPath } from '#app/lib/labels/sheet-path.server.ts'

/** The file of a part of a print sheet; `Range: bytes=n-` goes on where a connection was lost. */
export function loader(args: LoaderFunctionArgs) {
  return labelFile(args, partPath(args.params.sheet, args.params.part))
}
