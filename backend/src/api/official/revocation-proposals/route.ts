import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { revocationDeadline } from '@sao-lang/traceability/verify/rating'
import { ApiError } from '../../../http/api-error'
import { neverCache } from '../../../http/cache-headers'
import { officialOf, placeFilter } from '../../../officials/official-scope'
import type { ProposalBody } from '../../../post-inspection/bodies'
import { readablePlaces } from '../../../post-inspection/inspection-places'
import { toProposalView } from '../../../post-inspection/inspection-view'
import { ministryStars } from '../../../post-inspection/leading'
import { proposing } from '../../../post-inspection/proposing'
import { postInspections, readInspectionRow } from '../../../post-inspection/read-inspections'
import { goodsOf, toInspected } from '../../../post-inspection/recognised-goods'
import { type Basis, checkProposal } from '../../../post-inspection/revocation'
import { sendProposal } from '../../../post-inspection/send-proposal'
import { rulesOn } from '../../../rules/rules-on'
import { proposeRevocationWorkflow } from '../../../workflows/post-inspection/workflows/propose-revocation'

const MOST = 200

/** `GET /official/revocation-proposals`: those of the own places, open ones first, and the grounds of the rules of today. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const rows = await postInspections(req.scope).listRevocationProposals(placeFilter(readablePlaces(req)), {
    take: MOST,
    order: { decided_on: 'DESC', due_on: 'ASC', id: 'ASC' },
  })
  const { day } = officialOf(req)
  const { grounds } = (await rulesOn(req.scope, day)).revocation
  neverCache(res)
  res.json({ proposals: rows.map(toProposalView), grounds, today: day })
}

/**
 * `POST /official/revocation-proposals`: that a recognition be taken back, on an inspection that is concluded or on another
 * authority's conclusion (QĐ 26/2026 art. 8).
 */
export async function POST(req: MedusaRequest<ProposalBody>, res: MedusaResponse): Promise<void> {
  const { recognitionId, postInspectionId, ground, reason, evidence } = req.validatedBody
  const [goods] = await goodsOf(req.scope, [recognitionId])
  if (!goods) throw new ApiError(422, 'recognition_unknown', { field: 'recognitionId' })
  const { official, by } = await proposing(req, goods)
  const rules = await rulesOn(req.scope, official.day)
  const basis = await basisOf(req, goods.recognition_id)
  const known = { today: official.day, revokedOn: goods.revoked_on }
  const concludedOn = checkProposal(basis, ground, rules.revocation, known)
  const { product_id: _, ...subject } = toInspected(goods)
  const central = ministryStars(rules.revocation).some((stars) => stars === goods.stars)
  const other = 'inspection' in basis ? null : basis
  const { result } = await proposeRevocationWorkflow(req.scope).run({
    input: {
      row: {
        ...subject,
        post_inspection_id: postInspectionId ?? null,
        authority: other?.authority ?? null,
        authority_paper: other?.paper ?? null,
        ground,
        reason,
        evidence,
        concluded_on: concludedOn,
        due_on: revocationDeadline(concludedOn, rules.windows),
        proposed_by: official.officialId,
        sample: official.sample,
      },
      deciderProvince: central ? null : goods.province_code,
      by,
    },
  })
  res.status(201)
  await sendProposal(req, res, result)
}

async function basisOf(req: MedusaRequest<ProposalBody>, recognitionId: string): Promise<Basis> {
  const { postInspectionId, authority, authorityPaper, concludedOn } = req.validatedBody
  if (postInspectionId !== undefined) {
    const row = await readInspectionRow(req.scope, readablePlaces(req), postInspectionId)
    if (row.recognition_id !== recognitionId) throw new ApiError(422, 'recognition_unknown', { field: 'recognitionId' })
    return { inspection: { state: row.state, concludedOn: row.concluded_on } }
  }
  if (authority === undefined) throw new ApiError(409, 'not_concluded', { field: 'authority' })
  if (authorityPaper === undefined) throw new ApiError(422, 'authority_paper_missing', { field: 'authorityPaper' })
  if (concludedOn === undefined) throw new ApiError(422, 'authority_paper_missing', { field: 'concludedOn' })
  return { authority, paper: authorityPaper, concludedOn }
}
