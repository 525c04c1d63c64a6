import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { vietnamDay } from '@sao-lang/traceability/verify'
import type { ReturnBody } from '../../../../../dossiers/bodies'
import { communeAct } from '../../../../../dossiers/commune-acts'
import { dossierRules } from '../../../../../dossiers/dossier-rules'
import { officialDossier } from '../../../../../dossiers/official-dossiers'
import { requireReturnItems } from '../../../../../dossiers/return-items'
import { DOSSIER_ACTS } from '../../../../../dossiers/transitions'
import { ApiError } from '../../../../../http/api-error'
import { neverCache } from '../../../../../http/cache-headers'
import { returnDossierWorkflow } from '../../../../../workflows/dossier/workflows/return-dossier'

const LONGEST_DAYS = 90
const DAY_MS = 86_400_000

/** `POST /official/dossiers/:id/return`: sends a dossier back with a reason for each thing to correct, and a deadline. */
export async function POST(req: MedusaRequest<ReturnBody>, res: MedusaResponse): Promise<void> {
  const { official, record, actor, audit } = await communeAct(req, 'dossier:return')
  const { dossier } = record
  const { version, deadline, items } = req.validatedBody
  const now = new Date()
  const latest = vietnamDay(new Date(now.getTime() + LONGEST_DAYS * DAY_MS))
  if (deadline <= vietnamDay(now) || deadline > latest) {
    throw new ApiError(422, 'dossier_deadline', { field: 'deadline' })
  }
  requireReturnItems(dossier, items, await dossierRules(req.scope, vietnamDay(now), dossier.rubric_version))
  const { from, to } = DOSSIER_ACTS.return
  await returnDossierWorkflow(req.scope).run({
    input: {
      change: {
        ...{ dossierId: dossier.id, version, from, to, actor, act: 'returned' },
        newReturn: { deadline, items },
      },
      audit: audit('dossier:return', { deadline, items: items.map(({ what, ref }) => `${what}:${ref}`) }),
      ...{ producerId: dossier.producer_id, product: dossier.product_name, deadline, count: items.length },
    },
  })
  neverCache(res)
  res.json(await officialDossier(req.scope, official, dossier.id, now))
}
