import type { ActionFunctionArgs } from '@remix-run/node'
import { atCentre, shopPath } from '#app/lib/centre/centre-page.server.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { inLanguage } from '#app/lib/post-inspection/ask.server.ts'

/** Takes a sale of the till as JSON. Out: `{ saleId }`, `{ state: 'query' }`, or `{ sentence }` with the status of the refusal. */
export async function action(args: ActionFunctionArgs) {
  const { official, locale } = await atCentre(args)
  const sale: unknown = await args.request.json().catch(() => null)
  try {
    const answer = await official.ask<{ state: string; sale?: { id: string } }>(shopPath(args.params.shop, '/sales'), {
      method: 'POST',
      body: sale as Record<string, unknown>,
      headers: inLanguage(locale),
    })
    return Response.json({ state: answer.state, saleId: answer.sale?.id ?? null }, { status: answer.sale ? 200 : 202 })
  } catch (error) {
    if (error instanceof ShopError) return Response.json({ sentence: error.message }, { status: error.status })
    throw error
  }
}
