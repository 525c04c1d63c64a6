import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { vietnamDay } from '@sao-lang/traceability/verify'
import type { ConfirmBody } from '../../../../../dossiers/bodies'
import { communeAct } from '../../../../../dossiers/commune-acts'
import { dossierRules } from '../../../../../dossiers/dossier-rules'
import { officialDossier } from '../../../../../dossiers/official-dossiers'
import { DOSSIER_ACTS } from '../../../../../dossiers/transitions'
import { ApiError } from '../../../../../http/api-error'
import { neverCache } from '../../../../../http/cache-headers'
import { reviewDossierWorkflow } from '../../../../../workflows/dossier/workflows/review-dossier'

/** `POST /official/dossiers/:id/confirm`: what the commune found on the items it answers for, each with figure and note. */
export async function POST(req: MedusaRequest<ConfirmBody>, res: MedusaResponse): Promise<void> {
  const { official, record, actor, audit } = await communeAct(req, 'dossier:pass_on')
  const { version, items } = req.validatedBody
  const { papers } = await dossierRules(req.scope, vietnamDay(new Date()), record.dossier.rubric_version)
  const asked = new Set(papers.communeConfirms.map(({ code }) => code))
  const once = new Set(items.map(({ item }) => item)).size === items.length
  if (!once || items.some(({ item }) => !asked.has(item))) {
    throw new ApiError(422, 'dossier_confirm_items', { field: 'items' })
  }
  const { from, to } = DOSSIER_ACTS.confirm
  await reviewDossierWorkflow(req.scope).run({
    input: {
      change: {
        ...{ dossierId: record.dossier.id, version, from, to, actor, act: 'confirmed' },
        confirmations: items,
      },
      audit: audit('dossier:confirm', {
        confirmed: items.filter(({ confirmed }) => confirmed).map(({ item }) => item),
        denied: items.filter(({ confirmed }) => !confirmed).map(({ item }) => item),
      }),
    },
  })
  neverCache(res)
  res.json(await officialDossier(req.scope, official, record.dossier.id, new Date()))
}
