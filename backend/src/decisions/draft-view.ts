import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import { RECOGNITION_MODULE } from '../modules/recognition'
import type { DecisionKind } from '../modules/recognition/rows'
import type { DecisionDraftDTO, RecognitionModuleService } from '../modules/recognition/service'
import { type OfficialScope, placesOf, postsWith } from '../officials/official-scope'
import { rulesOn } from '../rules/rules-on'
import { isLate } from './check-signing'
import { draftFacts } from './draft-facts'
import { decidingLevel } from './draft-input'
import { type DraftRows, readDraftRows } from './draft-rows'

/** A draft in a list. */
export interface DraftSummary {
  id: string
  kind: DecisionKind
  state: 'draft' | 'signed' | 'dropped'
  authority: string
  rowCount: number
  draftedBy: string
  updatedAt: string
  decisionId: string | null
  sample: boolean
}

/** A draft as its page shows it. */
export interface DraftView extends DraftSummary {
  version: number
  legalBasis: string
  evaluationRef: string | null
  rows: DraftRows['rows']
  /** Names of the recognitions the rows are about, by id. */
  subjects: Record<string, { product: string; producer: string | null; stars: number; validTo: string }>
  /** What the official who asks may do with it. */
  may: { change: boolean; sign: boolean }
  /** Who drafted cannot sign. */
  own: boolean
  /** Signing today needs a reason for being late. */
  late: boolean
}

const MOST = 200

/** Drafts of the official's places, the latest first. */
export async function readDrafts(
  container: MedusaContainer,
  official: OfficialScope,
  state: DraftSummary['state'],
): Promise<DraftSummary[]> {
  const service: RecognitionModuleService = container.resolve(RECOGNITION_MODULE)
  const { everywhere, provinceCodes } = placesOf(official, 'register:read')
  const rows = await service.listDecisionDrafts(
    { state, ...(everywhere ? {} : { province_code: provinceCodes }) },
    { take: MOST, order: { updated_at: 'DESC' } },
  )
  return rows.map(toSummary)
}

/** A draft of one of the official's places. Throws ApiError 404. */
export async function retrieveDraft(
  container: MedusaContainer,
  official: OfficialScope,
  id: string,
): Promise<DecisionDraftDTO> {
  const service: RecognitionModuleService = container.resolve(RECOGNITION_MODULE)
  const [row] = await service.listDecisionDrafts({ id }, { take: 1 })
  const { everywhere, provinceCodes } = placesOf(official, 'register:read')
  const inPlace = row !== undefined && (everywhere || provinceCodes.some((code) => code === row.province_code))
  if (!inPlace) throw new ApiError(404, 'not_found')
  return row as unknown as DecisionDraftDTO
}

/** A draft with what its page needs beside it. Throws ApiError 404. */
export async function readDraft(container: MedusaContainer, official: OfficialScope, id: string): Promise<DraftView> {
  const row = await retrieveDraft(container, official, id)
  const content = readDraftRows(row.kind, row.rows)
  const { recognitions } = await draftFacts(container, content)
  const rules = await rulesOn(container, official.day)
  const open = row.state === 'draft'
  const mine = (verb: 'decision:draft' | 'decision:sign') =>
    postsWith(official, verb).some(
      (post) => decidingLevel(post) === row.level && post.provinceCode === row.province_code,
    )
  const own = row.drafted_by === official.officialId
  return {
    ...toSummary(row),
    version: row.version,
    legalBasis: row.legal_basis,
    evaluationRef: row.evaluation_ref,
    rows: content.rows,
    subjects: Object.fromEntries(
      [...recognitions.values()].map(({ id: key, product_name: product, producer_name: producer, stars, valid_to }) => [
        key,
        { product, producer, stars, validTo: valid_to },
      ]),
    ),
    may: { change: open && mine('decision:draft'), sign: open && !own && mine('decision:sign') },
    own,
    late: open && isLate({ draft: content, rules, date: official.day }),
  }
}

function toSummary(row: Omit<DecisionDraftDTO, 'rows'> & { rows: unknown }): DraftSummary {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    authority: row.authority,
    rowCount: Array.isArray(row.rows) ? row.rows.length : 0,
    draftedBy: row.drafted_by_name,
    updatedAt: new Date(row.updated_at).toISOString(),
    decisionId: row.decision_id,
    sample: row.sample,
  }
}
