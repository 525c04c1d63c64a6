import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { WithdrawBody } from '../../../../../dossiers/bodies'
import { memberActor } from '../../../../../dossiers/member-actor'
import { producerDossier } from '../../../../../dossiers/producer-dossiers'
import { readRecord } from '../../../../../dossiers/read-record'
import { DOSSIER_ACTS } from '../../../../../dossiers/transitions'
import { neverCache } from '../../../../../http/cache-headers'
import { tenantOf } from '../../../../../http/tenant'
import { withdrawDossierWorkflow } from '../../../../../workflows/dossier/workflows/withdraw-dossier'

/** `POST /producer/dossiers/:id/withdraw`: takes a dossier back for good; a new one can be begun then. */
export async function POST(req: MedusaRequest<WithdrawBody>, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const id = String(req.params.id)
  const { version, reason } = req.validatedBody
  const { dossier } = await readRecord(req.scope, id, { producer_id: tenant.producerId })
  const { from, to } = DOSSIER_ACTS.withdraw
  const actor = await memberActor(req.scope, tenant)
  const place = { provinceCode: dossier.province_code, communeCode: dossier.commune_code }
  await withdrawDossierWorkflow(req.scope).run({
    input: {
      change: { dossierId: id, version, from, to, actor, act: 'withdrawn', detail: { reason } },
      told: dossier.submitted_at === null ? null : { ...place, product: dossier.product_name },
    },
  })
  neverCache(res)
  res.json(await producerDossier(req.scope, tenant, id, new Date()))
}
