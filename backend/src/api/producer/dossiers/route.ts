import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { vietnamDay } from '@sao-lang/traceability/verify'
import type { NewDossierBody } from '../../../dossiers/bodies'
import { dossierRules } from '../../../dossiers/dossier-rules'
import { memberActor } from '../../../dossiers/member-actor'
import { newDossierRow } from '../../../dossiers/new-dossier'
import { producerDossier, producerDossiers } from '../../../dossiers/producer-dossiers'
import { neverCache } from '../../../http/cache-headers'
import { tenantOf } from '../../../http/tenant'
import { requireOwnProducts } from '../../../journal/own-goods'
import { beginDossierWorkflow } from '../../../workflows/dossier/workflows/begin-dossier'

/** `GET /producer/dossiers`: the producer's dossiers, and what a new one can be begun for. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const dossiers = await producerDossiers(req.scope, tenantOf(req.scope), new Date())
  neverCache(res)
  res.json(dossiers)
}

/** `POST /producer/dossiers`: begins one; 409 `dossier_open` with the id of the one that is on its way. */
export async function POST(req: MedusaRequest<NewDossierBody>, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const body = req.validatedBody
  await requireOwnProducts(req.scope, tenant, [body.productId], 'productId')
  const now = new Date()
  const rules = await dossierRules(req.scope, vietnamDay(now))
  const row = await newDossierRow(req.scope, tenant, body, rules)
  const actor = await memberActor(req.scope, tenant)
  const { result: id } = await beginDossierWorkflow(req.scope).run({ input: { row, actor } })
  neverCache(res)
  res.status(201).json(await producerDossier(req.scope, tenant, id, now))
}
