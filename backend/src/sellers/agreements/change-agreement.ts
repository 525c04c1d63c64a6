import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import { vietnamDay } from '@sao-lang/traceability/verify'
import type { AtCentre } from '../../centres/at-centre'
import { dispatchIn } from '../../dispatch/dispatch'
import { ApiError } from '../../http/api-error'
import { foreignRow } from '../../http/foreign-row'
import type { Tenant } from '../../http/tenant'
import { inTransaction, type Sql } from '../../money/in-transaction'
import { type NoticeDraft, notify } from '../../notices/notify'
import { type AuditActor, recordAuditIn } from '../../officials/record-audit'
import { type AgreementState, dayBefore, daysProblem, mayEndOn, percentText } from './agreement-rules'
import type { EndAgreementBody, ProposalBody } from './bodies'
import { productsOf } from './read-agreements'

/** Who changes an agreement: the manager of a centre, or one of a producer's people. */
export type AgreementSide = { centre: AtCentre } | { tenant: Tenant }

interface Locked {
  id: string
  producer_id: string
  producer_name: string
  centre_id: string
  centre_name: string
  province_code: string
  state: AgreementState
  share_bps: number
  first_day: string
  last_day: string | null
  accepted_at: Date | null
}

const PAGE = '/chu-the/thoa-thuan'

/**
 * Proposes to sell for a producer; a running agreement goes on until the producer accepts. In: the share in basis points, days at +07.
 * Out: the agreement's id. Throws ApiError 404 for a producer there is not, 409 `agreement_waiting`, 422 for days and products.
 */
export async function proposeAgreement(
  container: MedusaContainer,
  centre: AtCentre,
  given: ProposalBody & { sample?: boolean },
): Promise<string> {
  const { producerId, productIds, shareBps, firstDay, lastDay } = given
  const problem = daysProblem(given, vietnamDay(new Date()))
  if (problem) {
    throw new ApiError(422, problem, { field: problem === 'agreement_first_day' ? 'firstDay' : 'lastDay' })
  }
  const id = generateEntityId(undefined, 'cagr')
  const percent = percentText(shareBps)
  const name = await inTransaction(container, async (sql) => {
    const [producer] = await sql.query<{ name: string }>(
      "SELECT name FROM producer WHERE id = ? AND status = 'open' AND deleted_at IS NULL FOR SHARE",
      [producerId],
    )
    const [own] = await sql.query<{ name: string; province_code: string }>(
      "SELECT name, province_code FROM promotion_centre WHERE id = ? AND status = 'active' AND deleted_at IS NULL",
      [centre.centreId],
    )
    if (!producer || !own) throw new ApiError(404, 'not_found')
    if (productIds !== null) {
      const theirs = new Set((await productsOf(sql, producerId)).map((each) => each.id))
      if (!productIds.every((each) => theirs.has(each))) {
        throw new ApiError(422, 'agreement_products', { field: 'productIds' })
      }
    }
    const made = await sql.query(
      `INSERT INTO centre_agreement
         (id, producer_id, centre_id, product_ids, share_bps, first_day, last_day, note, state, offered_by, offered_by_id, sample)
       VALUES (?, ?, ?, ?::text[], ?, ?, ?, ?, 'offered', 'centre', ?, ?) ON CONFLICT DO NOTHING RETURNING id`,
      [
        ...[id, producerId, centre.centreId, productIds === null ? null : textArray([...new Set(productIds)])],
        ...[shareBps, firstDay, lastDay, given.note || null, centre.by.id, given.sample ?? centre.by.sample],
      ],
    )
    if (made.length === 0) throw new ApiError(409, 'agreement_waiting')
    await recordAuditIn(sql, {
      actor: centre.actor,
      verb: 'centre:propose_agreement',
      subject: { type: 'centre_agreement', id },
      place: { provinceCode: own.province_code, communeCode: null },
      details: { producer: producer.name, share: `${percent}%` },
    })
    await dispatchIn(sql, {
      to: { producerId },
      kind: 'agreement_proposed',
      params: { centre: own.name, percent },
      path: PAGE,
      dedupeKey: `agreement_proposed:${id}`,
    })
    return own.name
  })
  await notify(container, {
    audience: { producerId },
    kind: 'agreement_proposed',
    subject: { type: 'centre_agreement', id },
    params: { centre: name, percent },
    dedupeKey: `agreement:${id}:proposed`,
  })
  return id
}

/** Takes a proposal back that was not answered; done again it changes nothing. Throws ApiError 404, 409 `agreement_state`. */
export async function withdrawAgreement(container: MedusaContainer, centre: AtCentre, id: string): Promise<void> {
  const row = await inTransaction(container, async (sql) => {
    const found = await lockOwn(sql, { centre }, id)
    if (found.state === 'withdrawn') return found
    if (found.state !== 'offered') throw new ApiError(409, 'agreement_state')
    await close(sql, found.id, { state: 'withdrawn', by: centre.by.id, reason: null })
    await note(sql, found, centre.actor, 'centre:withdraw_agreement')
    return found
  })
  await notify(container, {
    ...about(row, 'withdrawn'),
    audience: { producerId: row.producer_id },
    kind: 'agreement_withdrawn',
    params: { centre: row.centre_name },
  })
}

/**
 * Accepts a proposal as it stands. It counts from its first day, or from today when that is over, and takes the place of what was agreed
 * before from that day on, so that no day has two. What was sold keeps the share it was sold under. Done again it changes nothing.
 * Throws ApiError 404, 409 `agreement_state` and `agreement_lapsed`.
 */
export async function acceptAgreement(container: MedusaContainer, tenant: Tenant, id: string): Promise<void> {
  const today = vietnamDay(new Date())
  const row = await inTransaction(container, async (sql) => {
    const found = await lockOwn(sql, { tenant }, id)
    if (found.state === 'accepted') return found
    if (found.state !== 'offered') throw new ApiError(409, 'agreement_state')
    if (found.last_day !== null && found.last_day < today) throw new ApiError(409, 'agreement_lapsed')
    const first = found.first_day < today ? today : found.first_day
    await sql.query(
      `UPDATE centre_agreement
       SET state = 'ended', ended_at = coalesce(ended_at, now()), ended_by = coalesce(ended_by, ?), updated_at = now(),
         last_day = CASE WHEN last_day IS NULL OR last_day >= ? THEN ? ELSE last_day END
       WHERE producer_id = ? AND centre_id = ? AND accepted_at IS NOT NULL AND deleted_at IS NULL
         AND (state = 'accepted' OR last_day >= ?)`,
      [tenant.memberId, first, dayBefore(first), found.producer_id, found.centre_id, first],
    )
    await sql.query(
      `UPDATE centre_agreement SET state = 'accepted', first_day = ?, accepted_by = ?, accepted_at = now(), updated_at = now()
       WHERE id = ?`,
      [first, tenant.memberId, found.id],
    )
    await note(sql, found, producerActor(found, tenant), 'agreement:accept')
    return { ...found, first_day: first }
  })
  await tellManagers(container, row, {
    ...about(row, 'accepted'),
    kind: 'agreement_accepted',
    params: { producer: row.producer_name, from: row.first_day },
  })
}

/** Says no to a proposal; done again it changes nothing. Throws ApiError 404, 409 `agreement_state`. */
export async function declineAgreement(
  container: MedusaContainer,
  tenant: Tenant,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const row = await inTransaction(container, async (sql) => {
    const found = await lockOwn(sql, { tenant }, id)
    if (found.state === 'declined') return found
    if (found.state !== 'offered') throw new ApiError(409, 'agreement_state')
    await close(sql, found.id, { state: 'declined', by: tenant.memberId, reason })
    await note(sql, found, producerActor(found, tenant), 'agreement:decline')
    return found
  })
  await tellManagers(container, row, {
    ...about(row, 'declined'),
    kind: 'agreement_declined',
    params: { producer: row.producer_name, reason },
  })
}

/**
 * Ends an agreement with a last day, today at the earliest; it counts until then, and both sides are told. Done again with the same day it
 * changes nothing. Throws ApiError 404, 409 `agreement_state` when it was ended or never accepted, 422 `agreement_end_day`.
 */
export async function endAgreement(
  container: MedusaContainer,
  side: AgreementSide,
  { id, lastDay, reason }: EndAgreementBody & { id: string },
): Promise<void> {
  const today = vietnamDay(new Date())
  const byCentre = 'centre' in side
  const row = await inTransaction(container, async (sql) => {
    const found = await lockOwn(sql, side, id)
    if (found.state === 'ended' && found.last_day === lastDay) return found
    if (found.state !== 'accepted') throw new ApiError(409, 'agreement_state')
    if (!mayEndOn(found.last_day, lastDay, today)) throw new ApiError(422, 'agreement_end_day', { field: 'lastDay' })
    const by = byCentre ? side.centre.by.id : side.tenant.memberId
    await close(sql, found.id, { state: 'ended', by, reason: reason || null, lastDay })
    const actor = byCentre ? side.centre.actor : producerActor(found, side.tenant)
    await note(sql, found, actor, byCentre ? 'centre:end_agreement' : 'agreement:end')
    if (byCentre) {
      await dispatchIn(sql, {
        to: { producerId: found.producer_id },
        kind: 'agreement_ended',
        params: { centre: found.centre_name, lastDay: lastDay.split('-').reverse().join('/') },
        path: PAGE,
        dedupeKey: `agreement_ended:${found.id}`,
      })
    }
    return found
  })
  const news = {
    ...about(row, 'ended'),
    kind: 'agreement_ended' as const,
    params: { party: byCentre ? row.centre_name : row.producer_name, on: lastDay },
  }
  if (byCentre) await notify(container, { ...news, audience: { producerId: row.producer_id } })
  else await tellManagers(container, row, news)
}

/** An agreement of the side that asks, locked; all agreements of the two parties are changed one after the other. Throws ApiError 404. */
async function lockOwn(sql: Sql, side: AgreementSide, id: string): Promise<Locked> {
  const [parties] = await sql.query<{ producer_id: string; centre_id: string }>(
    'SELECT producer_id, centre_id FROM centre_agreement WHERE id = ? AND deleted_at IS NULL',
    [id],
  )
  if (!parties) throw new ApiError(404, 'not_found')
  const row = { type: 'centre_agreement', id }
  if ('centre' in side) {
    if (parties.centre_id !== side.centre.centreId) throw foreignRow({ actor: 'official', id: side.centre.by.id }, row)
  } else if (parties.producer_id !== side.tenant.producerId) {
    throw foreignRow({ actor: 'producer', id: side.tenant.memberId }, row)
  }
  await sql.query('SELECT pg_advisory_xact_lock(hashtextextended(?, 0))', [
    `centre_agreement:${parties.producer_id}:${parties.centre_id}`,
  ])
  const [found] = await sql.query<Locked>(
    `SELECT a.id, a.producer_id, p.name AS producer_name, a.centre_id, c.name AS centre_name, c.province_code, a.state, a.share_bps,
       a.first_day, a.last_day, a.accepted_at
     FROM centre_agreement a JOIN producer p ON p.id = a.producer_id JOIN promotion_centre c ON c.id = a.centre_id
     WHERE a.id = ? FOR UPDATE OF a`,
    [id],
  )
  if (!found) throw new ApiError(404, 'not_found')
  return found
}

async function close(
  sql: Sql,
  id: string,
  given: { state: AgreementState; by: string; reason: string | null; lastDay?: string },
): Promise<void> {
  await sql.query(
    `UPDATE centre_agreement SET state = ?, ended_by = ?, ended_at = now(), end_reason = ?, last_day = coalesce(?, last_day),
       updated_at = now() WHERE id = ?`,
    [given.state, given.by, given.reason, given.lastDay ?? null, id],
  )
}

async function note(sql: Sql, row: Locked, actor: AuditActor, verb: `${string}:${string}`): Promise<void> {
  await recordAuditIn(sql, {
    actor,
    verb,
    subject: { type: 'centre_agreement', id: row.id },
    place: { provinceCode: row.province_code, communeCode: null },
    details: { producer: row.producer_name, share: `${percentText(row.share_bps)}%` },
  })
}

function producerActor(row: Locked, { memberId }: Tenant): AuditActor {
  return { type: 'producer', id: memberId, name: row.producer_name, post: null }
}

function about(row: Locked, deed: string) {
  return { subject: { type: 'centre_agreement', id: row.id }, dedupeKey: `agreement:${row.id}:${deed}` }
}

type Untold<Draft> = Draft extends NoticeDraft ? Omit<Draft, 'audience'> : never

/** Tells each of the centre's managers: a province may have several centres, so its posts are not told as such. */
async function tellManagers(container: MedusaContainer, row: Locked, news: Untold<NoticeDraft>): Promise<void> {
  const today = vietnamDay(new Date())
  const managers = await inTransaction(container, (sql) =>
    sql.query<{ official_id: string }>(
      `SELECT DISTINCT official_id FROM official_post WHERE centre_id = ? AND role = 'centre_manager' AND first_day <= ?
         AND (last_day IS NULL OR last_day >= ?) AND deleted_at IS NULL`,
      [row.centre_id, today, today],
    ),
  )
  const drafts = managers.map(({ official_id: officialId }) => ({ ...news, audience: { officialId } }) as NoticeDraft)
  if (drafts.length > 0) await notify(container, drafts)
}

/** A text array as PostgreSQL writes it: the driver's own placeholder would spread the list. */
function textArray(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replace(/(["\\])/g, '\\$1')}"`).join(',')}}`
}
