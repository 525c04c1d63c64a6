import type { LoaderFunctionArgs } from '@remix-run/node'
import { publicFile } from '#app/lib/medusa/register.server.ts'
import { requestContext } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

/** One recognition on paper, with a QR to the page of its decision. */
export async function loader(args: LoaderFunctionArgs) {
  const id = encodeURIComponent(args.params.id ?? '')
  return pageData(publicFile(requestContext(args), `/store/recognitions/${id}/certificate.pdf`))
}
