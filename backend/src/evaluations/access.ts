import type { MedusaRequest } from '@medusajs/framework/http'
import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import { EVALUATION_MODULE } from '../modules/evaluation'
import type {
  CouncilMemberDTO,
  EvaluationDTO,
  EvaluationModuleService,
  ScoreSheetDTO,
  SittingDTO,
  SittingItemDTO,
} from '../modules/evaluation/service'
import type { HeldPost } from '../officials/held-post'
import { covers, type OfficialScope, officialOf, postsWith } from '../officials/official-scope'
import type { OfficialVerb } from '../officials/official-verbs'
import { type AuditActor, officialActor } from '../officials/record-audit'

/** Whose matter something is: a province's council's, or the ministry's. */
export interface Seat {
  level: 'province' | 'ministry'
  province_code: string | null
}

/** A post at exactly that level: the ministry reads what provinces do, but does not do it for them. */
function sitsAt(post: HeldPost, { level, province_code }: Seat): boolean {
  return post.level === level && covers(post, { provinceCode: province_code, communeCode: null })
}

/**
 * The post under which the official acts for that council. Throws ApiError 403 `not_permitted` when none of their posts may do it
 * anywhere, and 404 when one may, but not there.
 */
export function actingPost(official: OfficialScope, verb: OfficialVerb, seat: Seat): HeldPost {
  const able = postsWith(official, verb)
  if (able.length === 0) throw new ApiError(403, 'not_permitted')
  const post = able.find((each) => sitsAt(each, seat))
  if (!post) throw new ApiError(404, 'not_found')
  return post
}

/** True when a post of theirs may do it for that council. */
export function mayAct(official: OfficialScope, verb: OfficialVerb, seat: Seat): boolean {
  return postsWith(official, verb).some((each) => sitsAt(each, seat))
}

/** The official who acts, for the journal. */
export function actor(req: MedusaRequest, verb: OfficialVerb, seat: Seat): AuditActor {
  const official = officialOf(req)
  return officialActor(official, actingPost(official, verb, seat))
}

/**
 * Who may read what a council has before it: posts of the level or above with `dossier:read`, and the commune of the dossier what the
 * province does with it.
 */
function mayRead(
  official: OfficialScope,
  { level, province_code, commune_code }: Seat & { commune_code?: string },
): boolean {
  return postsWith(official, 'dossier:read').some((post) => {
    if (post.level === 'ministry') return true
    if (level === 'ministry') return false
    return covers(post, { provinceCode: province_code, communeCode: commune_code ?? null })
  })
}

export function evaluationsOf(container: MedusaContainer): EvaluationModuleService {
  return container.resolve(EVALUATION_MODULE)
}

/** An evaluation the official may read. Throws ApiError 404 for any other. */
export async function readableEvaluation(req: MedusaRequest, id: string): Promise<EvaluationDTO> {
  const [row] = await evaluationsOf(req.scope).listEvaluations({ id }, { take: 1 })
  if (!row || !mayRead(officialOf(req), row)) throw new ApiError(404, 'not_found')
  return row
}

/** A sitting the official may read: of their place, not a commune's. Throws ApiError 404 for any other. */
export async function readableSitting(req: MedusaRequest, id: string): Promise<SittingDTO> {
  const [row] = await evaluationsOf(req.scope).listSittings({ id }, { take: 1 })
  if (!row || !mayRead(officialOf(req), row)) throw new ApiError(404, 'not_found')
  return row
}

/** An item of a sitting's agenda with its evaluation. Throws ApiError 404. */
export async function itemOf(
  container: MedusaContainer,
  sitting: SittingDTO,
  itemId: string,
): Promise<{ item: SittingItemDTO; evaluation: EvaluationDTO; members: CouncilMemberDTO[] }> {
  const service = evaluationsOf(container)
  const [item] = await service.listSittingItems({ id: itemId, sitting_id: sitting.id }, { take: 1 })
  if (!item) throw new ApiError(404, 'not_found')
  const [evaluation, members] = await Promise.all([
    service.retrieveEvaluation(item.evaluation_id),
    service.listCouncilMembers({ council_id: sitting.council_id }, { take: null }),
  ])
  return { item, evaluation, members }
}

/** A member's own sheet, while they hold the post they score under. Throws ApiError 404 for anybody else’s. */
export async function ownSheet(
  req: MedusaRequest,
  id: string,
): Promise<{ sheet: ScoreSheetDTO; sitting: SittingDTO; evaluation: EvaluationDTO; by: AuditActor }> {
  const official = officialOf(req)
  const service = evaluationsOf(req.scope)
  if (postsWith(official, 'sheet:score').length === 0) throw new ApiError(403, 'not_permitted')
  const [sheet] = await service.listScoreSheets({ id, official_id: official.officialId }, { take: 1 })
  if (!sheet) throw new ApiError(404, 'not_found')
  const [sitting, evaluation] = await Promise.all([
    service.retrieveSitting(sheet.sitting_id),
    service.retrieveEvaluation(sheet.evaluation_id),
  ])
  return { sheet, sitting, evaluation, by: officialActor(official, actingPost(official, 'sheet:score', sitting)) }
}
