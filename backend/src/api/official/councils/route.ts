import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { quorumOf } from '@sao-lang/traceability/verify/rating'
import { actor } from '../../../evaluations/access'
import type { CouncilBody } from '../../../evaluations/bodies'
import { type Candidate, candidatesOf, seatMembers } from '../../../evaluations/candidates'
import { listCouncils } from '../../../evaluations/read-sittings'
import { neverCache } from '../../../http/cache-headers'
import { officialOf, postsWith, requireVerb } from '../../../officials/official-scope'
import { rulesOn } from '../../../rules/rules-on'
import { foundCouncilWorkflow } from '../../../workflows/evaluation/workflows/found-council'

/** `GET /official/councils`: councils of the own places, and for who may found one, whom they may call. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  requireVerb(req, 'dossier:read')
  const official = officialOf(req)
  const [seat] = postsWith(official, 'sitting:prepare').flatMap(({ level, provinceCode }) =>
    level === 'commune' ? [] : [{ level, province_code: provinceCode }],
  )
  const [councils, candidates] = await Promise.all([
    listCouncils(req.scope, official),
    seat ? candidatesOf(req.scope, seat, official.day) : ([] as Candidate[]),
  ])
  neverCache(res)
  res.json({
    councils,
    found: seat ? { level: seat.level, provinceCode: seat.province_code, candidates } : null,
    today: official.day,
  })
}

/** `POST /official/councils`: a council by the decision that founded it; 201. */
export async function POST(req: MedusaRequest<CouncilBody>, res: MedusaResponse): Promise<void> {
  const { level, number, date, foundedBy, members } = req.validatedBody
  const seat = { level, province_code: level === 'ministry' ? null : req.validatedBody.provinceCode }
  const by = actor(req, 'sitting:prepare', seat)
  const official = officialOf(req)
  const [{ scoring }, candidates] = await Promise.all([
    rulesOn(req.scope, official.day),
    candidatesOf(req.scope, seat, official.day),
  ])
  const seated = seatMembers(members, candidates, (scored) => quorumOf(scoring, scored))
  const { result } = await foundCouncilWorkflow(req.scope).run({
    input: {
      council: {
        ...seat,
        ...{ number, date, founded_by: foundedBy, members: seated },
        ...{ created_by: official.officialId, sample: official.sample },
      },
      by,
    },
  })
  const made = (await listCouncils(req.scope, official)).find(({ id }) => id === result)
  neverCache(res)
  res.status(201).json({ council: made })
}
