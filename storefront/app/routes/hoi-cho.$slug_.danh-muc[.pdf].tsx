import type { LoaderFunctionArgs } from '@remix-run/node'
import { publicFile } from '#app/lib/medusa/register.server.ts'
import { requestContext } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

/** The catalogue of a fair on paper. */
export async function loader(args: LoaderFunctionArgs) {
  const slug = encodeURIComponent(args.params.slug ?? '')
  return pageData(publicFile(requestContext(args), `/store/fairs/${slug}/catalogue.pdf`))
}
