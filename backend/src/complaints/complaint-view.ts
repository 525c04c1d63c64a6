import type { MedusaContainer } from '@medusajs/framework/types'
import { COMPLAINT_MODULE } from '../modules/complaint'
import type { ComplaintKind, ComplaintState } from '../modules/complaint/kinds'
import type { ComplaintModuleService } from '../modules/complaint/service'
import { staffNames } from '../staff/staff-names'

/** A complaint as its sender sees it. */
export interface ComplaintView {
  id: string
  number: string
  kind: ComplaintKind
  about: string | null
  /** Null once erased. */
  message: string | null
  state: ComplaintState
  /** Last day to answer, yyyy-mm-dd. */
  dueOn: string
  /** UTC, ISO 8601. */
  createdAt: string
  answeredAt: string | null
  steps: { state: ComplaintState; words: string | null; at: string }[]
}

/** The same for the operator: who complained, and who did what. */
export interface ComplaintDeskView extends Omit<ComplaintView, 'steps'> {
  name: string | null
  contact: string | null
  steps: { state: ComplaintState; words: string | null; at: string; by: string | null }[]
}

const ORDER = { relations: ['steps'] }

/** A complaint for its sender; null when there is none. */
export async function readComplaint(container: MedusaContainer, id: string): Promise<ComplaintView | null> {
  const complaints: ComplaintModuleService = container.resolve(COMPLAINT_MODULE)
  const [row] = await complaints.listComplaints({ id }, { take: 1, ...ORDER })
  if (!row) return null
  const { name: _name, contact: _contact, steps, ...view } = viewOf(row, new Map())
  return { ...view, steps: steps.map(({ by: _by, ...step }) => step) }
}

/** A page of complaints for the operator, the one to answer first on top. */
export async function readComplaints(
  container: MedusaContainer,
  { state, limit, offset }: { state: 'open' | 'answered' | 'all'; limit: number; offset: number },
): Promise<{ complaints: ComplaintDeskView[]; count: number }> {
  const complaints: ComplaintModuleService = container.resolve(COMPLAINT_MODULE)
  const filters =
    state === 'all'
      ? {}
      : { state: state === 'open' ? ['received' as const, 'working' as const] : ['answered' as const] }
  const [rows, count] = await complaints.listAndCountComplaints(filters, {
    ...ORDER,
    take: limit,
    skip: offset,
    order: state === 'open' ? { due_on: 'ASC', id: 'ASC' } : { created_at: 'DESC', id: 'DESC' },
  })
  const names = await staffNames(
    container,
    rows.flatMap(({ steps }) => steps.map((step) => step.user_id)),
  )
  return { complaints: rows.map((row) => viewOf(row, names)), count }
}

type Row = Awaited<ReturnType<ComplaintModuleService['listComplaints']>>[number]

function viewOf(row: Row, names: ReadonlyMap<string, string>): ComplaintDeskView {
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    about: row.about,
    message: row.message,
    name: row.name,
    contact: row.contact,
    state: row.state,
    dueOn: row.due_on,
    createdAt: new Date(row.created_at).toISOString(),
    answeredAt: row.answered_at === null ? null : new Date(row.answered_at).toISOString(),
    steps: [...row.steps]
      .sort((a, b) => new Date(a.at).getTime() - new Date(b.at).getTime())
      .map((step) => ({
        state: step.state,
        words: step.words,
        at: new Date(step.at).toISOString(),
        by: step.user_id === null ? null : (names.get(step.user_id) ?? null),
      })),
  }
}
