import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireOfficial } from '#app/lib/official/require-official.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

/** The table of past decisions to fill in. */
export async function loader(args: LoaderFunctionArgs) {
  const official = await requireOfficial(args)
  const file = await pageData(official.file('/official/decision-imports/template.xlsx'))
  const headers = new Headers({ 'Cache-Control': 'private, no-store' })
  for (const name of ['content-type', 'content-disposition', 'content-length']) {
    const value = file.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  return new Response(file.body, { headers })
}
