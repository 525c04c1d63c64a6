import type { LoaderFunctionArgs } from '@remix-run/node'
import { atCentre, shopPath } from '#app/lib/centre/centre-page.server.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { inLanguage } from '#app/lib/post-inspection/ask.server.ts'

/** Looks up the label on a package for the till: `{ variantId, lotNo, unitCode }`, or `{ sentence }`. */
export async function loader(args: LoaderFunctionArgs) {
  const { official, locale } = await atCentre(args)
  const code = new URL(args.request.url).searchParams.get('code') ?? ''
  try {
    return Response.json(
      await official.ask(shopPath(args.params.shop, '/scan'), { search: { code }, headers: inLanguage(locale) }),
    )
  } catch (error) {
    if (error instanceof ShopError) return Response.json({ sentence: error.message }, { status: error.status })
    throw error
  }
}
