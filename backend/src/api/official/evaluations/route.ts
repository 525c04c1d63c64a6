import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { evaluationsOf } from '../../../evaluations/access'
import type { EvaluationsQuery, ReceiveBody } from '../../../evaluations/bodies'
import { readEvaluation } from '../../../evaluations/read-evaluation'
import { listArrivals, listEvaluations } from '../../../evaluations/read-evaluations'
import { listRounds } from '../../../evaluations/read-rounds'
import { arrivalRow } from '../../../evaluations/receive'
import { neverCache } from '../../../http/cache-headers'
import { officialOf, requireVerb } from '../../../officials/official-scope'
import { receiveDossierWorkflow } from '../../../workflows/evaluation/workflows/receive-dossier'

/** `GET /official/evaluations?state&round&offset`: evaluations of the own places, what waits to be received, and rounds to put it in. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  requireVerb(req, 'dossier:read')
  const official = officialOf(req)
  const [page, arrivals, rounds] = await Promise.all([
    listEvaluations(req.scope, official, req.validatedQuery as unknown as EvaluationsQuery),
    listArrivals(req.scope, official),
    listRounds(req.scope, official, Number(official.day.slice(0, 4))),
  ])
  neverCache(res)
  res.json({ ...page, arrivals, rounds, today: official.day })
}

/** `POST /official/evaluations`: takes a dossier that was passed on, or forwarded, into a round; 201. */
export async function POST(req: MedusaRequest<ReceiveBody>, res: MedusaResponse): Promise<void> {
  const { row, by } = await arrivalRow(req, req.validatedBody)
  const { result } = await receiveDossierWorkflow(req.scope).run({ input: { row, by } })
  const evaluation = await evaluationsOf(req.scope).retrieveEvaluation(result)
  neverCache(res)
  res.status(201).json({ evaluation: await readEvaluation(req.scope, officialOf(req), evaluation) })
}
