import type { LoaderFunctionArgs } from '@remix-run/node'
import { atCentre, shopPath } from '#app/lib/centre/centre-page.server.ts'
import type { CounterTransfer } from '#app/lib/centre/types.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { inLanguage } from '#app/lib/post-inspection/ask.server.ts'

/** The VietQR code of a sum for the till: `{ transfer }`, or `{ sentence }`. */
export async function loader(args: LoaderFunctionArgs) {
  const { official, locale } = await atCentre(args)
  const amount = new URL(args.request.url).searchParams.get('amount') ?? ''
  try {
    return Response.json(
      await official.ask<{ transfer: CounterTransfer }>(shopPath(args.params.shop, '/vietqr'), {
        search: { amount },
        headers: inLanguage(locale),
      }),
    )
  } catch (error) {
    if (error instanceof ShopError) return Response.json({ sentence: error.message }, { status: error.status })
    throw error
  }
}
