import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { vietnamDay } from '@sao-lang/traceability/verify'
import type { VersionBody } from '../../../../../dossiers/bodies'
import { memberActor } from '../../../../../dossiers/member-actor'
import { producerDossier } from '../../../../../dossiers/producer-dossiers'
import { readRecord } from '../../../../../dossiers/read-record'
import { isApiError } from '../../../../../http/api-error'
import { neverCache } from '../../../../../http/cache-headers'
import { tenantOf } from '../../../../../http/tenant'
import { submitDossierWorkflow } from '../../../../../workflows/dossier/workflows/submit-dossier'

/**
 * `POST /producer/dossiers/:id/submit`: hands a complete dossier in, or in again after a return. Sent twice it is handed in once: the
 * second time answers with the dossier as it lies at the commune. 422 `dossier_incomplete` names everything that is missing.
 */
export async function POST(req: MedusaRequest<VersionBody>, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const id = String(req.params.id)
  const isThere = async () => {
    const { dossier } = await readRecord(req.scope, id, { producer_id: tenant.producerId })
    return dossier.state === 'submitted' || dossier.state === 'in_review'
  }
  if (!(await isThere())) {
    const now = new Date()
    const input = {
      ...{ dossierId: id, version: req.validatedBody.version, actor: await memberActor(req.scope, tenant) },
      ...{ day: vietnamDay(now), at: now.toISOString() },
    }
    await submitDossierWorkflow(req.scope)
      .run({ input })
      .catch(async (error: unknown) => {
        // The other of two clicks may have handed it in meanwhile.
        if (!isApiError(error) || error.status !== 409 || !(await isThere())) throw error
      })
  }
  neverCache(res)
  res.json(await producerDossier(req.scope, tenant, id, new Date()))
}
