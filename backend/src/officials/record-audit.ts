import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import { currentRequestId } from '../http/request-context'
import { AUDIT_MODULE } from '../modules/audit'
import type { AuditModuleService } from '../modules/audit/service'
import type { Sql } from '../money/in-transaction'
import type { HeldPost } from './held-post'
import type { OfficialScope, Place } from './official-scope'

/** Who did it; `name` is what the journal calls them, a producer's people are called by their producer. */
export interface AuditActor {
  type: 'official' | 'user' | 'producer' | 'system'
  id: string
  name: string
  post: Pick<HeldPost, 'id' | 'role' | 'unitName'> | null
}

export type AuditValue = string | number | boolean | null | readonly string[]

/** A deed for the journal. */
export interface AuditDraft {
  actor: AuditActor
  /** A verb of `OFFICIAL_VERBS`, or what else was done, as `noun:deed`. */
  verb: `${string}:${string}`
  subject: { type: string; id: string }
  place: Place
  /** What else is needed to understand it; never personal data. */
  details?: Readonly<Record<string, AuditValue>>
  /** The entry whose deed was taken back. */
  undoes?: string
}

/** An official under one of their posts, as `requireVerb` gave it. */
export function officialActor({ officialId, name }: OfficialScope, post: HeldPost): AuditActor {
  return { type: 'official', id: officialId, name, post }
}

/** Writes a deed into the journal, at once and for good. Out: the entry's id. */
export async function recordAudit(container: MedusaContainer, draft: AuditDraft): Promise<string> {
  const audit: AuditModuleService = container.resolve(AUDIT_MODULE)
  const { actor, verb, subject, place, details, undoes } = draft
  const entry = await audit.createAuditEntries({
    at: new Date(),
    actor_type: actor.type,
    actor_id: actor.id,
    actor_name: actor.name,
    post_id: actor.post?.id ?? null,
    post_role: actor.post?.role ?? null,
    post_unit: actor.post?.unitName ?? null,
    verb,
    subject_type: subject.type,
    subject_id: subject.id,
    province_code: place.provinceCode,
    commune_code: place.communeCode,
    details: { ...details },
    undoes: undoes ?? null,
    request_id: currentRequestId() ?? null,
  })
  return entry.id
}

/** As `recordAudit`, in the caller's transaction: the deed and its entry are kept together or not at all. */
export async function recordAuditIn(sql: Sql, { actor, verb, subject, place, details }: AuditDraft): Promise<string> {
  const id = generateEntityId(undefined, 'audit')
  await sql.query(
    `INSERT INTO audit_entry (id, at, actor_type, actor_id, actor_name, post_id, post_role, post_unit, verb, subject_type, subject_id,
       province_code, commune_code, details, request_id)
     VALUES (?, now(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)`,
    [
      id,
      actor.type,
      actor.id,
      actor.name,
      actor.post?.id ?? null,
      actor.post?.role ?? null,
      actor.post?.unitName ?? null,
      verb,
      subject.type,
      subject.id,
      place.provinceCode,
      place.communeCode,
      JSON.stringify(details ?? {}),
      currentRequestId() ?? null,
    ],
  )
  return id
}
