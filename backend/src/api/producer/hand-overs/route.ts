import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { HandOver } from '@sao-lang/traceability/storage/hand-overs'
import { neverCache } from '../../../http/cache-headers'
import { tenantOf } from '../../../http/tenant'
import { askTrace, jsonOf } from '../../../journal/ask-trace'
import { producersOfParties } from '../../../journal/named-parties'
import { passOn, traceService } from '../../../journal/pass-on'

/** `GET /producer/hand-overs`: what other producers handed over and waits to be taken in, oldest first. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { partyRef } = tenantOf(req.scope)
  const path = ['parties', partyRef, 'hand-overs']
  const answer = await askTrace(traceService(), partyRef, { method: 'GET', path })
  if (answer.status !== 200) return passOn(res, answer)
  const { handOvers } = jsonOf(answer) as { handOvers: HandOver[] }
  const senders = await producersOfParties(
    req.scope,
    handOvers.map((given) => given.partyRef),
  )
  neverCache(res)
  res.json({
    handOvers: handOvers.flatMap(({ partyRef: ref, ...given }) => {
      const sender = senders.find((each) => each.ref === ref)
      return sender ? [{ ...given, producer: { handle: sender.handle, name: sender.name } }] : []
    }),
  })
}
