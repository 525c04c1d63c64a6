import type { MedusaRequest } from '@medusajs/framework/http'
import { officialOf } from '../officials/official-scope'
import type { ItemCommand } from '../workflows/evaluation/steps/score-item'
import { scoreItemWorkflow } from '../workflows/evaluation/workflows/score-item'
import { actor, itemOf, readableSitting } from './access'
import { readSitting, type SittingPage } from './read-sittings'

/** The secretary's act on an agenda item of the request's sitting. Out: the sitting as it is then. Throws ApiError 403, 404, 409. */
export async function actOnItem(
  req: MedusaRequest,
  command: Exclude<ItemCommand, { act: 'save' }>,
): Promise<SittingPage> {
  const sitting = await readableSitting(req, String(req.params.id))
  const by = actor(req, 'sitting:prepare', sitting)
  const { item, evaluation, members } = await itemOf(req.scope, sitting, String(req.params.item))
  await scoreItemWorkflow(req.scope).run({
    input: {
      ...{ itemId: item.id, sittingId: sitting.id, product: evaluation.product_name, command, by },
      members: members.filter(({ role }) => role !== 'secretary').map(({ official_id }) => official_id),
      place: { provinceCode: sitting.province_code, communeCode: null },
    },
  })
  return readSitting(req.scope, officialOf(req), await readableSitting(req, sitting.id))
}
