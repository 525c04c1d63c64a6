import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireCustomer } from '#app/lib/customer/require-customer.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'

/** Everything we hold about who is signed in, as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const client = await requireCustomer(args)
  const copy = await pageData(client.ask<unknown>('/store/customers/me/export'))
  return new Response(JSON.stringify(copy, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="sao-lang-du-lieu-cua-toi.json"',
      'Cache-Control': 'private, no-store',
    },
  })
}
