import type { MedusaRequest } from '@medusajs/framework/http'
import type { MedusaContainer } from '@medusajs/framework/types'
import { authorityOf } from '../decisions/authority-name'
import type { DraftDecisionInput } from '../decisions/draft-input'
import type { GrantRow } from '../decisions/draft-rows'
import { ApiError } from '../http/api-error'
import type { EvaluationDTO, SittingDTO } from '../modules/evaluation/service'
import { RECOGNITION_MODULE } from '../modules/recognition'
import type { RecognitionModuleService } from '../modules/recognition/service'
import { officialOf } from '../officials/official-scope'
import { namedPlaces } from '../officials/place-names'
import { officialActor } from '../officials/record-audit'
import { rulesOn } from '../rules/rules-on'
import type { DraftResultsInput } from '../workflows/evaluation/workflows/draft-results'
import { actingPost, evaluationsOf } from './access'

/** Which of these drafts were dropped; what stood in them is free again. */
export async function droppedDrafts(container: MedusaContainer, ids: readonly (string | null)[]): Promise<Set<string>> {
  const given = [...new Set(ids.filter((id) => id !== null))]
  if (given.length === 0) return new Set()
  const recognitions: RecognitionModuleService = container.resolve(RECOGNITION_MODULE)
  const rows = await recognitions.listDecisionDrafts({ id: given, state: 'dropped' }, { take: null, select: ['id'] })
  return new Set(rows.map(({ id }) => id))
}

/**
 * A draft of the results of 3 stars and more that one sitting came to. Throws ApiError 403 and 404 for who may not draft there, and 409
 * `nothing_to_draft`.
 */
export async function draftOf(req: MedusaRequest, sitting: SittingDTO): Promise<DraftResultsInput> {
  const official = officialOf(req)
  const post = actingPost(official, 'decision:draft', sitting)
  const rows = await evaluationsOf(req.scope).listEvaluations(
    { sitting_id: sitting.id, state: 'result' },
    { take: null },
  )
  const dropped = await droppedDrafts(
    req.scope,
    rows.map(({ drafted_in }) => drafted_in),
  )
  const results = rows.flatMap((row) => {
    const free = row.drafted_in === null || dropped.has(row.drafted_in)
    const grant = free ? toGrantRow(row) : null
    return grant === null ? [] : [{ id: row.id, grant }]
  })
  if (results.length === 0) throw new ApiError(409, 'nothing_to_draft')
  const rules = await rulesOn(req.scope, official.day)
  const [place] = await namedPlaces(req.scope, [{ provinceCode: sitting.province_code, communeCode: null }])
  const draft: DraftDecisionInput = {
    authority: authorityOf(place?.provinceName ?? null),
    legalBasis: rules.sourceOf('authority').source,
    evaluationRef: sitting.id,
    content: { kind: 'recognition', rows: results.map(({ grant }) => grant) },
    by: officialActor(official, post),
    ...{ post, today: official.day, sample: sitting.sample },
  }
  return { draft, evaluationIds: results.map(({ id }) => id), dropped: [...dropped] }
}

function toGrantRow(row: EvaluationDTO): GrantRow | null {
  const { stars, points } = row
  if ((stars !== 3 && stars !== 4 && stars !== 5) || points === null) return null
  return {
    ...{ productId: row.product_id, productName: row.product_name, productCode: null, producerName: row.producer_name },
    ...{ provinceCode: row.province_code, setNo: row.set_no, rubricVersion: row.rubric_version },
    ...{ stars, points, ratedStars: stars, dossierId: row.dossier_id },
  }
}

/** `Tỉnh Tuyên Quang` inside a name: `tỉnh Tuyên Quang`. */
