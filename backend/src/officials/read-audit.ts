import type { MedusaContainer } from '@medusajs/framework/types'
import { AUDIT_MODULE } from '../modules/audit'
import type { AuditModuleService } from '../modules/audit/service'
import { type NamedAuditView, toAuditView } from './audit-view'
import type { AuditQuery } from './bodies'
import { type Places, placeFilter } from './official-scope'
import { namedPlaces } from './place-names'

const DAY_MS = 86_400_000

/** A page of the journal. */
export interface AuditPage {
  entries: NamedAuditView[]
  /** What `before` gets for the next page; null on the last. */
  next: string | null
}

/**
 * Reads the journal of these places, newest first, by keyset: ids are made in the order of time, so a page costs the same however deep it
 * lies and nothing that is added meanwhile moves it.
 */
export async function readAudit(container: MedusaContainer, places: Places, query: AuditQuery): Promise<AuditPage> {
  const audit: AuditModuleService = container.resolve(AUDIT_MODULE)
  const { before, day, subjectType, subjectId, limit } = query
  const rows = await audit.listAuditEntries(
    {
      ...placeFilter(places),
      ...(before === undefined ? {} : { id: { $lt: before } }),
      ...(subjectType === undefined ? {} : { subject_type: subjectType }),
      ...(subjectId === undefined ? {} : { subject_id: subjectId }),
      ...(day === undefined ? {} : { at: wholeDay(day) }),
    },
    { take: limit + 1, order: { id: 'DESC' } },
  )
  const shown = rows.slice(0, limit)
  return {
    entries: await namedPlaces(container, shown.map(toAuditView)),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  }
}

/** From midnight to midnight at +07. */
function wholeDay(day: string): { $gte: Date; $lt: Date } {
  const start = new Date(`${day}T00:00:00+07:00`)
  return { $gte: start, $lt: new Date(start.getTime() + DAY_MS) }
}
