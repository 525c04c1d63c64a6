import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { VersionBody } from '../../../../../dossiers/bodies'
import { communeAct } from '../../../../../dossiers/commune-acts'
import { officialDossier } from '../../../../../dossiers/official-dossiers'
import { DOSSIER_ACTS } from '../../../../../dossiers/transitions'
import { neverCache } from '../../../../../http/cache-headers'
import { reviewDossierWorkflow } from '../../../../../workflows/dossier/workflows/review-dossier'

/** `POST /official/dossiers/:id/open`: the commune takes a dossier up; its term has run since it was submitted. */
export async function POST(req: MedusaRequest<VersionBody>, res: MedusaResponse): Promise<void> {
  const { official, record, actor, audit } = await communeAct(req, 'dossier:pass_on')
  const { from, to } = DOSSIER_ACTS.open
  const { version } = req.validatedBody
  await reviewDossierWorkflow(req.scope).run({
    input: {
      change: { dossierId: record.dossier.id, version, from, to, actor, act: 'opened' },
      audit: audit('dossier:open'),
    },
  })
  neverCache(res)
  res.json(await officialDossier(req.scope, official, record.dossier.id, new Date()))
}
