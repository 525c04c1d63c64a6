import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { vietnamDay } from '@sao-lang/traceability/verify'
import type { VersionBody } from '../../../../../dossiers/bodies'
import { communeAct } from '../../../../../dossiers/commune-acts'
import { officialDossier } from '../../../../../dossiers/official-dossiers'
import { neverCache } from '../../../../../http/cache-headers'
import { passOnDossierWorkflow } from '../../../../../workflows/dossier/workflows/pass-on-dossier'

/**
 * `POST /official/dossiers/:id/pass-on`: passes a dossier on to the province. 422 `dossier_incomplete` names what is missing, 422
 * `dossier_not_confirmed` the items the commune still has to confirm.
 */
export async function POST(req: MedusaRequest<VersionBody>, res: MedusaResponse): Promise<void> {
  const { official, record, actor, audit } = await communeAct(req, 'dossier:pass_on')
  const now = new Date()
  await passOnDossierWorkflow(req.scope).run({
    input: {
      ...{ dossierId: record.dossier.id, version: req.validatedBody.version, actor },
      ...{ day: vietnamDay(now), at: now.toISOString() },
      audit: audit('dossier:pass_on'),
    },
  })
  neverCache(res)
  res.json(await officialDossier(req.scope, official, record.dossier.id, now))
}
