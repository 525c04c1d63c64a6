import type { LoaderFunctionArgs } from '@remix-run/node'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { listCommunes } from '#app/lib/medusa/places.server.ts'
import { requestContext } from '#app/lib/request-context.server.ts'

/** `?tinh=82` → `{ communes }`, for browsers that change the list without sending the form. 404 for no such province. */
export async function loader(args: LoaderFunctionArgs) {
  const province = new URL(args.request.url).searchParams.get('tinh') ?? ''
  if (!/^\d{2}$/.test(province)) return Response.json({ communes: [] }, { status: 404 })
  try {
    const communes = await listCommunes(requestContext(args), province)
    // The list changes when communes merge, about once in years; an hour old is young enough.
    return Response.json({ communes }, { headers: { 'Cache-Control': 'public, max-age=3600' } })
  } catch (error) {
    if (!(error instanceof ShopError)) throw error
    return Response.json({ communes: [] }, { status: error.status, headers: { 'Cache-Control': 'no-store' } })
  }
}
