import type { MedusaContainer } from '@medusajs/framework/types'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { graph } from '../container/graph'
import { DOSSIER_MODULE } from '../modules/dossier'
import type { DossierModuleService } from '../modules/dossier/service'
import { type OfficialScope, placeFilter, placesOf } from '../officials/official-scope'
import type { DossiersQuery } from './bodies'
import {
  type DossierEventView,
  type DossierSummary,
  type DossierView,
  toDossierSummary,
  toDossierView,
  toEventView,
} from './dossier-view'
import { knownOf } from './producer-dossiers'
import { type DossierRecord, readEvents, readRecord, recordsOf } from './read-record'

const PAGE = 30
/** Waiting for the commune. */
const WAITING = ['submitted', 'in_review']
const OPEN = [...WAITING, 'returned']

/** Who files a dossier, as an official sees it. */
export interface DossierHolder {
  id: string
  name: string
  legalForm: string
  address: string | null
  phone: string | null
}

/** Dossiers of the official's places that were submitted: what is overdue or due first comes first. */
export async function officialDossiers(
  container: MedusaContainer,
  official: OfficialScope,
  { state, offset }: DossiersQuery,
  now: Date,
): Promise<{
  dossiers: (DossierSummary & { producerName: string })[]
  total: number
  next: number | null
  today: string
  overdue: number
}> {
  const today = vietnamDay(now)
  const dossiers: DossierModuleService = container.resolve(DOSSIER_MODULE)
  const mine = visibleTo(official)
  const overdue = { state: WAITING, due_on: { $lt: today } }
  const chosen =
    state === 'overdue' ? overdue : state === 'open' ? { state: OPEN } : state === 'all' ? {} : { state: [state] }
  const [[rows, total], [, late]] = await Promise.all([
    dossiers.listAndCountDossiers(
      { ...mine, ...chosen },
      { take: PAGE, skip: offset, order: { due_on: 'ASC', id: 'ASC' } },
    ),
    dossiers.listAndCountDossiers({ ...mine, ...overdue }, { take: 1, select: ['id'] }),
  ])
  const records = await recordsOf(container, rows)
  const [known, holders] = await Promise.all([
    Promise.all(records.map((record) => knownOf(container, record, today))),
    holdersOf(
      container,
      rows.map(({ producer_id }) => producer_id),
    ),
  ])
  return {
    dossiers: known.map(([each, rules]) => ({
      ...toDossierSummary(each, rules),
      producerName: holders.get(each.record.dossier.producer_id)?.name ?? '',
    })),
    total,
    next: offset + rows.length < total ? offset + rows.length : null,
    today,
    overdue: late,
  }
}

/** One dossier of the official's places. Throws ApiError 404 for any other, and for one that was never submitted. */
export async function officialRecord(
  container: MedusaContainer,
  official: OfficialScope,
  id: string,
): Promise<DossierRecord> {
  return readRecord(container, id, visibleTo(official))
}

/** The same as its page shows it, with its history and who filed it. */
export async function officialDossier(
  container: MedusaContainer,
  official: OfficialScope,
  id: string,
  now: Date,
): Promise<{ dossier: DossierView; holder: DossierHolder | null; events: DossierEventView[]; today: string }> {
  const record = await officialRecord(container, official, id)
  const today = vietnamDay(now)
  const [[known, rules], events, holders] = await Promise.all([
    knownOf(container, record, today),
    readEvents(container, id),
    holdersOf(container, [record.dossier.producer_id]),
  ])
  return {
    dossier: toDossierView(known, rules),
    holder: holders.get(record.dossier.producer_id) ?? null,
    // What the producer did before it was submitted is the producer's own.
    events: events.filter(({ state }) => state !== 'draft').map(toEventView),
    today,
  }
}

/** Producers by id, with what their dossiers name. */
export async function holdersOf(
  container: MedusaContainer,
  producerIds: readonly string[],
): Promise<Map<string, DossierHolder>> {
  if (producerIds.length === 0) return new Map()
  const rows = await graph<DossierHolder & { legal_form: string }>(container, {
    entity: 'producer',
    fields: ['id', 'name', 'legal_form', 'address', 'phone'],
    filters: { id: [...new Set(producerIds)] },
  })
  return new Map(
    rows.map(({ id, name, legal_form, address, phone }) => [id, { id, name, legalForm: legal_form, address, phone }]),
  )
}

function visibleTo(official: OfficialScope): Record<string, unknown> {
  return { ...placeFilter(placesOf(official, 'dossier:read')), submitted_at: { $ne: null } }
}
