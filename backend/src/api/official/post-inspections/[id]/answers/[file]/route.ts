import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { ApiError } from '../../../../../../http/api-error'
import { answersOf } from '../../../../../../modules/post-inspection/service'
import { PRODUCER_MODULE } from '../../../../../../modules/producer'
import type { ProducerModuleService } from '../../../../../../modules/producer/service'
import { readablePlaces } from '../../../../../../post-inspection/inspection-places'
import { postInspections, readInspectionRow } from '../../../../../../post-inspection/read-inspections'
import { sendStoredFile } from '../../../../../../post-inspection/send-stored-file'

/** `GET /official/post-inspections/:id/answers/:file`: the paper that the holder answered with. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const row = await readInspectionRow(req.scope, readablePlaces(req), String(req.params.id))
  const file = String(req.params.file)
  const followUps = await postInspections(req.scope).listFollowUps({ post_inspection_id: row.id }, { take: 100 })
  const named = followUps.some((each) => answersOf(each).some((answer) => answer.file === file))
  const producers: ProducerModuleService = req.scope.resolve(PRODUCER_MODULE)
  const [paper] = named
    ? await producers.listEvidenceFiles({ file, producer_id: row.producer_id ?? '' }, { take: 1 })
    : []
  if (!paper) throw new ApiError(404, 'not_found')
  await sendStoredFile(req, res, paper)
}
