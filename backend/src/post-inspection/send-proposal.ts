import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { ApiError } from '../http/api-error'
import { neverCache } from '../http/cache-headers'
import type { RevocationProposalDTO } from '../modules/post-inspection/service'
import type { Places } from '../officials/official-scope'
import { readablePlaces, requireReadable } from './inspection-places'
import { toProposalView } from './inspection-view'
import { postInspections } from './read-inspections'

/** A proposal of some places. Throws ApiError 404. */
export async function readProposal(req: MedusaRequest, places: Places, id: string): Promise<RevocationProposalDTO> {
  const [row] = await postInspections(req.scope).listRevocationProposals({ id }, { take: 1 })
  if (!row) throw new ApiError(404, 'not_found')
  requireReadable(places, row)
  return row
}

/** Answers with a proposal as it stands now. */
export async function sendProposal(req: MedusaRequest, res: MedusaResponse, id: string): Promise<void> {
  const row = await readProposal(req, readablePlaces(req), id)
  neverCache(res)
  res.json({ proposal: toProposalView(row) })
}
