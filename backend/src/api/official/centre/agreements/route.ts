import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../centres/at-centre'
import { neverCache } from '../../../../http/cache-headers'
import type { AgreementsQuery, ProposalBody } from '../../../../sellers/agreements/bodies'
import { proposeAgreement } from '../../../../sellers/agreements/change-agreement'
import { findProducers, producerGoods, readAgreements } from '../../../../sellers/agreements/read-agreements'

/** `GET /official/centre/agreements`: the centre's agreements; with `q` producers to propose to, with `producer` its products. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { centreId } = atCentre(req, 'centre:sell')
  const { q, producer } = req.validatedQuery as AgreementsQuery
  const [agreements, found, chosen] = await Promise.all([
    readAgreements(req.scope, { centreId }),
    findProducers(req.scope, q),
    producer === undefined ? null : producerGoods(req.scope, producer),
  ])
  neverCache(res)
  res.json({ agreements, found, chosen })
}

/** `POST /official/centre/agreements`: proposes to sell for a producer. */
export async function POST(req: MedusaRequest<ProposalBody>, res: MedusaResponse): Promise<void> {
  const centre = atCentre(req, 'centre:manage')
  const id = await proposeAgreement(req.scope, centre, req.validatedBody)
  neverCache(res)
  res.status(201).json({ id })
}
