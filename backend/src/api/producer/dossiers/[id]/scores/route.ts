import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { setOf } from '@sao-lang/traceability/verify/rating'
import type { ScoresBody } from '../../../../../dossiers/bodies'
import { dossierRules } from '../../../../../dossiers/dossier-rules'
import { memberActor } from '../../../../../dossiers/member-actor'
import { scoresChange } from '../../../../../dossiers/producer-changes'
import { producerDossier } from '../../../../../dossiers/producer-dossiers'
import { readRecord } from '../../../../../dossiers/read-record'
import { neverCache } from '../../../../../http/cache-headers'
import { tenantOf } from '../../../../../http/tenant'
import { saveDossierWorkflow } from '../../../../../workflows/dossier/workflows/save-dossier'

/** `PUT /producer/dossiers/:id/scores`: answers of a section, with the papers that show them. */
export async function PUT(req: MedusaRequest<ScoresBody>, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const id = String(req.params.id)
  const now = new Date()
  const record = await readRecord(req.scope, id, { producer_id: tenant.producerId })
  const rules = await dossierRules(req.scope, vietnamDay(now), record.dossier.rubric_version)
  const actor = await memberActor(req.scope, tenant)
  const change = await scoresChange(
    req.scope,
    record,
    req.validatedBody,
    setOf(rules.rubric, record.dossier.set_no),
    actor,
  )
  await saveDossierWorkflow(req.scope).run({ input: change })
  neverCache(res)
  res.json(await producerDossier(req.scope, tenant, id, now))
}
