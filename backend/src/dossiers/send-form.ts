import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { caseFilePdf } from '@sao-lang/traceability/exports/case-file-pdf'
import { neverCache } from '../http/cache-headers'
import { tenantOf } from '../http/tenant'
import { officialOf, requireVerb } from '../officials/official-scope'
import { DOSSIER_FORMS, type DossierFormName, dossierForm } from './dossier-forms'
import type { DossierView } from './dossier-view'
import { memberActor } from './member-actor'
import { type DossierHolder, holdersOf, officialDossier } from './official-dossiers'
import { communeNameOf, producerDossier } from './producer-dossiers'

/** Answers with a form of the tenant's own dossier as PDF. Throws ApiError 404. */
export async function sendOwnForm(name: DossierFormName, req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const { dossier } = await producerDossier(req.scope, tenant, String(req.params.id), new Date())
  const holders = await holdersOf(req.scope, [tenant.producerId])
  const { name: madeBy } = await memberActor(req.scope, tenant)
  await send(name, { dossier, holder: holders.get(tenant.producerId) ?? null, madeBy }, req, res)
}

/** Answers with a form of a dossier of the official's places as PDF. Throws ApiError 404 or 403. */
export async function sendOfficialForm(name: DossierFormName, req: MedusaRequest, res: MedusaResponse): Promise<void> {
  requireVerb(req, 'dossier:read')
  const official = officialOf(req)
  const { dossier, holder } = await officialDossier(req.scope, official, String(req.params.id), new Date())
  await send(name, { dossier, holder, madeBy: official.name }, req, res)
}

async function send(
  name: DossierFormName,
  { dossier, holder, madeBy }: { dossier: DossierView; holder: DossierHolder | null; madeBy: string },
  req: MedusaRequest,
  res: MedusaResponse,
): Promise<void> {
  const communeName = await communeNameOf(req.scope, dossier.communeCode)
  const pdf = await caseFilePdf(dossierForm(name, { view: dossier, holder, communeName, madeBy, now: new Date() }))
  neverCache(res)
  res.attachment(`${DOSSIER_FORMS[name].file}-${dossier.id}.pdf`)
  res.setHeader('content-type', 'application/pdf')
  res.send(pdf)
}
