import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/knex'
import type { Context } from '@medusajs/framework/types'
import { generateEntityId, InjectManager, MedusaContext, MedusaService } from '@medusajs/framework/utils'
import { Notice } from './models/notice'
import { NoticeReading } from './models/notice-reading'

/** A notice before it has an id. */
export interface NoticeRow {
  audience: string
  kind: string
  subject_type: string
  subject_id: string
  params: Record<string, unknown>
  dedupe_key: string
}

/** Who reads: each audience they belong to, with the moment (UTC) from which on its notices are theirs; null for all. */
export interface NoticeReader {
  readerId: string
  audiences: { audience: string; since: string | null }[]
}

export interface ReadNotice {
  id: string
  kind: string
  subject_type: string
  subject_id: string
  params: Record<string, unknown>
  at: Date
  read_at: Date | null
}

const TELL = `
  INSERT INTO notice (id, audience, kind, subject_type, subject_id, params, dedupe_key, at)
  SELECT n.id, n.audience, n.kind, n.subject_type, n.subject_id, n.params, n.dedupe_key, now()
  FROM jsonb_to_recordset(?::jsonb)
    AS n(id text, audience text, kind text, subject_type text, subject_id text, params jsonb, dedupe_key text)
  ON CONFLICT (audience, dedupe_key) WHERE deleted_at IS NULL DO NOTHING
  RETURNING id`

const MINE = `
  FROM jsonb_to_recordset(?::jsonb) AS a(audience text, since timestamptz)
  JOIN notice n ON n.audience = a.audience AND n.deleted_at IS NULL AND (a.since IS NULL OR n.at >= a.since)
  LEFT JOIN notice_reading r ON r.reader_id = ? AND r.notice_id = n.id AND r.deleted_at IS NULL`

const PAGE = `
  SELECT n.id, n.kind, n.subject_type, n.subject_id, n.params, n.at, r.read_at ${MINE}
  WHERE n.id < ? ORDER BY n.id DESC LIMIT ?`

const UNREAD = `SELECT count(*)::int AS unread FROM (SELECT 1 ${MINE} WHERE r.id IS NULL LIMIT ?) AS counted`

const UNREAD_UP_TO = `SELECT n.id ${MINE} WHERE r.id IS NULL AND n.id <= ?`

const READ = `
  INSERT INTO notice_reading (id, notice_id, reader_id, read_at)
  SELECT r.id, r.notice_id, ?, now() FROM jsonb_to_recordset(?::jsonb) AS r(id text, notice_id text)
  ON CONFLICT (reader_id, notice_id) WHERE deleted_at IS NULL DO NOTHING
  RETURNING id`

/** After every id: what a page without a beginning comes before. */
const AFTER_ALL = '~'

/** What producers and officials are told, and who has read it. */
export class NoticeModuleService extends MedusaService({ Notice, NoticeReading }) {
  /** Tells news; what an audience was told before under the same key stays as it is. Out: ids of the new notices. */
  @InjectManager()
  async tell(rows: NoticeRow[], @MedusaContext() context: Context<SqlEntityManager> = {}): Promise<string[]> {
    if (rows.length === 0) return []
    const given = rows.map((row) => ({ id: generateEntityId(undefined, 'notc'), ...row }))
    const made = await context.manager?.execute<{ id: string }[]>(TELL, [JSON.stringify(given)])
    return (made ?? []).map(({ id }) => id)
  }

  /** A reader's notices, newest first. In: the id to come before, null for the first page. */
  @InjectManager()
  async pageFor(
    { readerId, audiences }: NoticeReader,
    before: string | null,
    limit: number,
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<ReadNotice[]> {
    const values = [JSON.stringify(audiences), readerId, before ?? AFTER_ALL, limit]
    return (await context.manager?.execute<ReadNotice[]>(PAGE, values)) ?? []
  }

  /** How many of a reader's notices are unread, counted no further than `most`. */
  @InjectManager()
  async unreadFor(
    { readerId, audiences }: NoticeReader,
    most: number,
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<number> {
    const values = [JSON.stringify(audiences), readerId, most]
    const [row] = (await context.manager?.execute<{ unread: number }[]>(UNREAD, values)) ?? []
    return row?.unread ?? 0
  }

  /** Notes that a reader has read their notices up to this one, included. Out: ids of the new readings. */
  @InjectManager()
  async markRead(
    { readerId, audiences }: NoticeReader,
    upTo: string,
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<string[]> {
    const unread = await context.manager?.execute<{ id: string }[]>(UNREAD_UP_TO, [
      ...[JSON.stringify(audiences), readerId, upTo],
    ])
    if (!unread?.length) return []
    const readings = unread.map(({ id }) => ({ id: generateEntityId(undefined, 'nread'), notice_id: id }))
    const made = await context.manager?.execute<{ id: string }[]>(READ, [readerId, JSON.stringify(readings)])
    return (made ?? []).map(({ id }) => id)
  }
}
