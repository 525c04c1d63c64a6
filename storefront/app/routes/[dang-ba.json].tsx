import type { LoaderFunctionArgs } from '@remix-run/node'
import { publicFile } from '#app/lib/medusa/register.server.ts'
import { CACHE_POLICIES } from '#app/lib/page-headers.server.ts'
import { parseRegisterQuery, shopSearch } from '#app/lib/register-query.ts'
import { requestContext } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

/** The register, or what a filter leaves of it, as a file; it is passed on while the shop writes it. */
export async function loader(args: LoaderFunctionArgs) {
  const query = parseRegisterQuery(new URL(args.request.url).searchParams)
  const file = publicFile(requestContext(args), '/store/register.json', {
    search: shopSearch({ ...query, after: null }),
    headers: {
      'Content-Disposition': 'attachment; filename="sao-lang-dang-ba.json"',
      'Cache-Control': CACHE_POLICIES.catalogue['Cache-Control'],
    },
  })
  return pageData(file)
}
