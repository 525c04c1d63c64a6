import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import type { ProposalState } from '../modules/listing/proposal-states'
import { inTransaction, type Sql } from '../money/in-transaction'
import type { ProposalsQuery } from './bodies'
import { type DraftGap, draftGaps, type ListingDraft, ListingDraftSchema } from './listing-draft'

/** A new listing as its producer and the operator see it; moments UTC, ISO 8601. */
export interface ProposalView {
  id: string
  state: ProposalState
  version: number
  draft: ListingDraft
  /** What it lacks before it can be reviewed. */
  gaps: DraftGap[]
  producer: string
  /** The product on sale that it adds pack sizes to; null for a new product. */
  forProduct: { id: string; title: string } | null
  handle: string | null
  productId: string | null
  submittedAt: string | null
  decidedAt: string | null
  reason: string | null
}

interface Row {
  id: string
  state: ProposalState
  version: number
  content: unknown
  producer: string
  for_product_id: string | null
  for_title: string | null
  handle: string | null
  product_id: string | null
  submitted_at: Date | null
  decided_at: Date | null
  reason: string | null
}

const SELECT = `
  SELECT l.id, l.state, l.version, l.content, p.name AS producer, l.handle, l.product_id, l.submitted_at, l.decided_at, l.reason,
    l.for_product_id, f.title AS for_title
  FROM listing_proposal l JOIN producer p ON p.id = l.producer_id LEFT JOIN product f ON f.id = l.for_product_id`

/** A producer's drafts and what became of what it handed in, the latest first; what is on sale stands among the listings. */
export async function readOwnProposals(container: MedusaContainer, producerId: string): Promise<ProposalView[]> {
  return await inTransaction(container, async (sql) =>
    (
      await sql.query<Row>(
        `${SELECT} WHERE l.producer_id = ? AND l.state NOT IN ('approved', 'discarded') ORDER BY l.updated_at DESC, l.id`,
        [producerId],
      )
    ).map(view),
  )
}

/** One of the producer's. Throws ApiError 404. */
export async function readOwnProposal(
  container: MedusaContainer,
  producerId: string,
  id: string,
): Promise<ProposalView> {
  const [row] = await inTransaction(container, (sql) =>
    sql.query<Row>(`${SELECT} WHERE l.id = ? AND l.producer_id = ? AND l.state <> 'discarded'`, [id, producerId]),
  )
  if (!row) throw new ApiError(404, 'not_found')
  return view(row)
}

/** Proposals in one state: those that wait with the oldest first, the others with the latest first. */
export async function readProposals(
  container: MedusaContainer,
  { state, limit, offset }: ProposalsQuery,
): Promise<{ proposals: ProposalView[]; count: number }> {
  return await inTransaction(container, async (sql) => {
    const order = state === 'submitted' ? 'l.submitted_at, l.id' : 'l.updated_at DESC, l.id'
    const rows = await sql.query<Row>(`${SELECT} WHERE l.state = ? ORDER BY ${order} LIMIT ? OFFSET ?`, [
      ...[state, limit, offset],
    ])
    return { proposals: rows.map(view), count: await countIn(sql, state) }
  })
}

async function countIn(sql: Sql, state: ProposalState): Promise<number> {
  const [row] = await sql.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM listing_proposal WHERE state = ?',
    [state],
  )
  return row?.count ?? 0
}

function view(row: Row): ProposalView {
  // What was saved before a field was thought of has its default.
  const draft = ListingDraftSchema.parse(row.content)
  return {
    ...{ id: row.id, state: row.state, version: row.version, draft },
    ...{ producer: row.producer, handle: row.handle, productId: row.product_id, reason: row.reason },
    gaps: draftGaps(draft, row.for_product_id !== null),
    forProduct: row.for_product_id === null ? null : { id: row.for_product_id, title: row.for_title ?? '' },
    submittedAt: row.submitted_at?.toISOString() ?? null,
    decidedAt: row.decided_at?.toISOString() ?? null,
  }
}
