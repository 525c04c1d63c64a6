import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { actor } from '../../../evaluations/access'
import type { RoundBody, RoundsQuery } from '../../../evaluations/bodies'
import { dueRounds, listRounds } from '../../../evaluations/read-rounds'
import { roundDays } from '../../../evaluations/round-days'
import { neverCache } from '../../../http/cache-headers'
import { officialOf, requireVerb } from '../../../officials/official-scope'
import { rulesOn } from '../../../rules/rules-on'
import { openRoundWorkflow } from '../../../workflows/evaluation/workflows/open-round'

/** `GET /official/rounds?year`: rounds of the year and the next, and those the law asks for that are not on record yet. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  requireVerb(req, 'dossier:read')
  const official = officialOf(req)
  const { year = Number(official.day.slice(0, 4)) } = req.validatedQuery as unknown as RoundsQuery
  const rounds = await listRounds(req.scope, official, year)
  neverCache(res)
  res.json({ rounds, due: await dueRounds(req.scope, official, year, rounds), year, today: official.day })
}

/** `POST /official/rounds`: a round of the year; the law's days for its regular ones, own days for an extra one; 201. */
export async function POST(req: MedusaRequest<RoundBody>, res: MedusaResponse): Promise<void> {
  const { level, year, no } = req.validatedBody
  const provinceCode = level === 'ministry' ? null : req.validatedBody.provinceCode
  const by = actor(req, 'sitting:prepare', { level, province_code: provinceCode })
  const official = officialOf(req)
  const { rounds } = await rulesOn(req.scope, official.day)
  const days = roundDays(rounds, req.validatedBody)
  const { result } = await openRoundWorkflow(req.scope).run({
    input: {
      row: {
        level,
        province_code: provinceCode,
        year,
        no,
        ...days,
        created_by: official.officialId,
        sample: official.sample,
      },
      by,
    },
  })
  const made = (await listRounds(req.scope, official, year)).find(({ id }) => id === result)
  neverCache(res)
  res.status(201).json({ round: made })
}
