import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { vietnamDay } from '@sao-lang/traceability/verify'

import type { PapersBody } from '../../../../../dossiers/bodies'
import { dossierRules } from '../../../../../dossiers/dossier-rules'
import { memberActor } from '../../../../../dossiers/member-actor'
import { papersChange } from '../../../../../dossiers/producer-changes'
import { producerDossier } from '../../../../../dossiers/producer-dossiers'
import { readRecord } from '../../../../../dossiers/read-record'
import { neverCache } from '../../../../../http/cache-headers'
import { tenantOf } from '../../../../../http/tenant'
import { saveDossierWorkflow } from '../../../../../workflows/dossier/workflows/save-dossier'

/** `PUT /producer/dossiers/:id/papers`: the compulsory papers. */
export async function PUT(req: MedusaRequest<PapersBody>, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const id = String(req.params.id)
  const now = new Date()
  const record = await readRecord(req.scope, id, { producer_id: tenant.producerId })
  const rules = await dossierRules(req.scope, vietnamDay(now), record.dossier.rubric_version)
  const actor = await memberActor(req.scope, tenant)
  const change = await papersChange(req.scope, record, req.validatedBody, rules, actor)
  await saveDossierWorkflow(req.scope).run({ input: change })
  neverCache(res)
  res.json(await producerDossier(req.scope, tenant, id, now))
}
