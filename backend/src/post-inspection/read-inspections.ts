import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import { INSPECTION_MODULE } from '../modules/inspection'
import type { InspectionModuleService, InspectionRecordDTO } from '../modules/inspection/service'
import { POST_INSPECTION_MODULE } from '../modules/post-inspection'
import type { PostInspectionDTO, PostInspectionModuleService } from '../modules/post-inspection/service'
import { CONCLUDED, type InspectionState, OPEN_PROPOSALS } from '../modules/post-inspection/states'
import { type Places, placeFilter } from '../officials/official-scope'
import type { InspectionsQuery } from './bodies'
import { requireReadable } from './inspection-places'
import {
  type FollowUpView,
  type InspectionLine,
  type InspectionView,
  isOverdue,
  type PhotoView,
  type ProposalView,
  toFollowUpView,
  toInspectionLine,
  toInspectionView,
  toPhotoView,
  toProposalView,
} from './inspection-view'
import { violationsOfFindings } from './mark-violations'

const PAGE = 50
/** More lines of work than anybody does in a month: the rest comes once these are done. */
const MOST_WORK = 100

const STATES: Record<InspectionsQuery['state'], readonly InspectionState[] | null> = {
  open: ['planned', 'under_way'],
  done: ['concluded', 'followed_up', 'closed'],
  all: null,
}
const DONE = STATES.done ?? []

/** What waits at an inspection: something to be mended, an answer to look at. */
export interface FollowUpWork {
  inspection: InspectionLine
  followUp: FollowUpView
}

export interface InspectionList {
  inspections: InspectionLine[]
  total: number
  next: number | null
  /** Of the year asked for, or of all years. */
  summary: { planned: number; plannedDone: number; adHoc: number; adHocDone: number }
  overdue: FollowUpWork[]
  answered: FollowUpWork[]
  proposals: ProposalView[]
}

export function postInspections(container: MedusaContainer): PostInspectionModuleService {
  return container.resolve(POST_INSPECTION_MODULE)
}

/** Post-inspections of some places, fifty a page, with what waits there. In: today at +07. */
export async function listInspections(
  container: MedusaContainer,
  places: Places,
  { year, state, recognition, offset }: InspectionsQuery,
  today: string,
): Promise<InspectionList> {
  const service = postInspections(container)
  const within = {
    ...placeFilter(places),
    ...(year === undefined ? {} : { planned_for: { $gte: `${year}-01`, $lte: `${year}-12` } }),
    ...(recognition === undefined ? {} : { recognition_id: recognition }),
  }
  const states = STATES[state]
  const [[rows, total], counts, work, proposals] = await Promise.all([
    service.listAndCountPostInspections(
      { ...within, ...(states === null ? {} : { state: [...states] }) },
      { take: PAGE, skip: offset, order: { planned_for: 'DESC', id: 'DESC' } },
    ),
    Promise.all([
      countOf(service, { ...within, plan_item_id: { $ne: null }, state: { $ne: 'cancelled' } }),
      countOf(service, { ...within, plan_item_id: { $ne: null }, state: [...DONE] }),
      countOf(service, { ...within, plan_item_id: null, state: { $ne: 'cancelled' } }),
      countOf(service, { ...within, plan_item_id: null, state: [...DONE] }),
    ]),
    followUpWork(container, places, today),
    service.listRevocationProposals(
      { ...placeFilter(places), state: [...OPEN_PROPOSALS] },
      { take: MOST_WORK, order: { due_on: 'ASC', id: 'ASC' } },
    ),
  ])
  const [planned, plannedDone, adHoc, adHocDone] = counts
  return {
    inspections: rows.map(toInspectionLine),
    total,
    next: offset + rows.length < total ? offset + rows.length : null,
    summary: { planned, plannedDone, adHoc, adHocDone },
    overdue: work.filter(({ followUp }) => followUp.overdue),
    answered: work.filter(({ followUp }) => followUp.state === 'answered'),
    proposals: proposals.map(toProposalView),
  }
}

async function countOf(service: PostInspectionModuleService, filter: Record<string, unknown>): Promise<number> {
  const [, count] = await service.listAndCountPostInspections(filter, { take: 1, select: ['id'] })
  return count
}

/** What waits for the holder too long, or for us, in some places; soonest due first. */
export async function followUpWork(container: MedusaContainer, places: Places, today: string): Promise<FollowUpWork[]> {
  const service = postInspections(container)
  const inspections = await service.listPostInspections(
    { ...placeFilter(places), state: ['concluded'] },
    { take: 1_000, order: { concluded_on: 'ASC', id: 'ASC' } },
  )
  if (inspections.length === 0) return []
  const known = new Map(inspections.map((row) => [row.id, row]))
  const rows = await service.listFollowUps(
    { post_inspection_id: [...known.keys()], state: ['open', 'refused', 'answered'] },
    { take: 1_000, order: { due_on: 'ASC', id: 'ASC' } },
  )
  return rows
    .filter((row) => row.state === 'answered' || isOverdue(row, today))
    .slice(0, MOST_WORK)
    .map((row) => ({
      inspection: toInspectionLine(known.get(row.post_inspection_id) as PostInspectionDTO),
      followUp: toFollowUpView(row, today),
    }))
}

/** One inspection of some places. Throws ApiError 404. */
export async function readInspectionRow(
  container: MedusaContainer,
  places: Places,
  id: string,
): Promise<PostInspectionDTO> {
  const [row] = await postInspections(container).listPostInspections({ id }, { take: 1 })
  if (!row) throw new ApiError(404, 'not_found')
  requireReadable(places, row)
  return row
}

/** A record of the inspectors' app, as a post-inspection shows it. */
export interface RecordLine {
  id: string
  foundAt: string
  place: string
  seller: string
  findings: string[]
  violations: string[]
  notes: string
}

export interface InspectionDetail {
  inspection: InspectionView
  photos: PhotoView[]
  followUps: FollowUpView[]
  proposals: ProposalView[]
  /** Records of the inspectors' app that are tied to it. */
  records: RecordLine[]
  /** Records about the same product that are not. */
  recordsFound: RecordLine[]
  mayPropose: boolean
}

/** Everything about one inspection. In: today at +07. */
export async function inspectionDetail(
  container: MedusaContainer,
  row: PostInspectionDTO,
  today: string,
): Promise<InspectionDetail> {
  const service = postInspections(container)
  const inspectors: InspectionModuleService = container.resolve(INSPECTION_MODULE)
  const of = { post_inspection_id: row.id }
  const [photos, followUps, proposals, links, found] = await Promise.all([
    service.listPostInspectionFiles(of, { take: 200, order: { created_at: 'ASC', file: 'ASC' } }),
    service.listFollowUps(of, { take: 100, order: { due_on: 'ASC', id: 'ASC' } }),
    service.listRevocationProposals(of, { take: 50, order: { created_at: 'DESC', id: 'DESC' } }),
    service.listInspectionLinks(of, { take: 200 }),
    row.product_id === null
      ? []
      : inspectors.listInspectionRecords(
          { product_ref: row.product_id },
          { take: 50, order: { found_at: 'DESC', id: 'DESC' } },
        ),
  ])
  const linkedIds = new Set(links.map(({ inspection_record_id }) => inspection_record_id))
  const linked =
    linkedIds.size === 0
      ? []
      : await inspectors.listInspectionRecords(
          { id: [...linkedIds] },
          { take: linkedIds.size, order: { found_at: 'DESC', id: 'DESC' } },
        )
  const open = proposals.some(({ state }) => OPEN_PROPOSALS.includes(state))
  return {
    inspection: toInspectionView(row),
    photos: photos.map(toPhotoView),
    followUps: followUps.map((each) => toFollowUpView(each, today)),
    proposals: proposals.map(toProposalView),
    records: linked.map(toRecordLine),
    recordsFound: found.filter(({ id }) => !linkedIds.has(id)).map(toRecordLine),
    mayPropose: CONCLUDED.includes(row.state) && !open,
  }
}

export function toRecordLine(row: InspectionRecordDTO): RecordLine {
  return {
    id: row.id,
    foundAt: new Date(row.found_at).toISOString(),
    place: row.place,
    seller: row.seller,
    findings: row.findings,
    violations: violationsOfFindings(row.findings),
    notes: row.notes,
  }
}

/**
 * Records of the inspectors' app by id, all about one product. Throws ApiError 422 `record_unknown` for one that is not there or
 * names another product of ours.
 */
export async function requireRecords(
  container: MedusaContainer,
  recordIds: readonly string[],
  productId: string | null,
): Promise<void> {
  if (recordIds.length === 0) return
  const inspectors: InspectionModuleService = container.resolve(INSPECTION_MODULE)
  const rows = await inspectors.listInspectionRecords({ id: [...recordIds] }, { take: recordIds.length })
  const fitting = rows.filter(({ product_ref }) => product_ref === null || product_ref === productId)
  if (fitting.length !== new Set(recordIds).size) throw new ApiError(422, 'record_unknown', { field: 'recordIds' })
}
