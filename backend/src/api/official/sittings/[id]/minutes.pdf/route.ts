import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { caseFilePdf } from '@sao-lang/traceability/exports/case-file-pdf'
import { readableSitting } from '../../../../../evaluations/access'
import { minutesOf } from '../../../../../evaluations/minutes'
import { readSitting } from '../../../../../evaluations/read-sittings'
import { neverCache } from '../../../../../http/cache-headers'
import { officialOf } from '../../../../../officials/official-scope'

/** `GET /official/sittings/:id/minutes.pdf`: the minutes on paper; what is sealed is not in them. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const official = officialOf(req)
  const sitting = await readableSitting(req, String(req.params.id))
  // As nobody's: a member's own sealed sheet has no place in minutes.
  const page = await readSitting(req.scope, { ...official, officialId: '' }, sitting)
  const pdf = await caseFilePdf(minutesOf(page, official.name, new Date()))
  neverCache(res)
  res.attachment(`bien-ban-${sitting.id}.pdf`)
  res.setHeader('content-type', 'application/pdf')
  res.send(pdf)
}
