import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../../centres/at-centre'
import { paperPdf } from '../../../../../../centres/paper-pdf'
import { centreDesk, centrePaper } from '../../../../../../centres/read-centre'
import { neverCache } from '../../../../../../http/cache-headers'

/** `GET /official/centre/papers/:paper/paper.pdf`: the paper for signing. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { centreId, official } = atCentre(req, 'centre:stock')
  const [paper, { centre }] = await Promise.all([
    centrePaper(req.scope, centreId, String(req.params.paper), official.day),
    centreDesk(req.scope, centreId),
  ])
  const pdf = await paperPdf(paper, { madeBy: official.name, centreName: centre.name, now: new Date() })
  neverCache(res)
  res.attachment(`${paper.number}.pdf`)
  res.setHeader('content-type', 'application/pdf')
  res.send(pdf)
}
