import type { MedusaContainer } from '@medusajs/framework/types'
import { graph } from '../container/graph'
import { ApiError } from '../http/api-error'
import { CUSTOMER_ACCOUNT_MODULE } from '../modules/customer-account'
import type { CustomerAccountModuleService } from '../modules/customer-account/service'

export interface FollowView {
  id: string
  type: 'product' | 'producer'
  handle: string
  name: string
  /** UTC, ISO 8601. */
  since: string
}

/** What a customer follows, newest first; what is gone is left out. */
export async function readFollows(container: MedusaContainer, customerId: string): Promise<FollowView[]> {
  const accounts: CustomerAccountModuleService = container.resolve(CUSTOMER_ACCOUNT_MODULE)
  const rows = await accounts.listCustomerFollows(
    { customer_id: customerId },
    { take: null, order: { created_at: 'DESC', id: 'DESC' } },
  )
  const idsOf = (type: string) => rows.filter((row) => row.subject_type === type).map((row) => row.subject_id)
  const [products, producers] = await Promise.all([
    named(container, 'product', 'title', idsOf('product')),
    named(container, 'producer', 'name', idsOf('producer')),
  ])
  return rows.flatMap((row) => {
    const subject = (row.subject_type === 'product' ? products : producers).get(row.subject_id)
    if (!subject) return []
    return { id: row.id, type: row.subject_type, ...subject, since: new Date(row.created_at).toISOString() }
  })
}

async function named(
  container: MedusaContainer,
  entity: 'product' | 'producer',
  field: 'title' | 'name',
  ids: string[],
): Promise<Map<string, { handle: string; name: string }>> {
  if (ids.length === 0) return new Map()
  const rows = await graph<{ id: string; handle: string; title?: string; name?: string }>(container, {
    entity,
    fields: ['id', 'handle', field],
    filters: { id: ids },
  })
  return new Map(rows.map(({ id, handle, ...row }) => [id, { handle, name: row[field] ?? handle }]))
}

/** The id of what somebody wants to follow. In: its handle in the address. Throws ApiError 404 `follow_unknown`. */
export async function followable(
  container: MedusaContainer,
  { type, handle }: { type: 'product' | 'producer'; handle: string },
): Promise<string> {
  const status = type === 'product' ? 'published' : 'open'
  const [row] = await graph<{ id: string }>(container, { entity: type, fields: ['id'], filters: { handle, status } })
  if (!row) throw new ApiError(404, 'follow_unknown', { field: 'handle' })
  return row.id
}

/** Followers of products, those of their producers among them. In: product and producer ids. Out: customer ids by product. */
export async function followersOf(
  container: MedusaContainer,
  products: readonly { id: string; producerId: string | null }[],
): Promise<Map<string, string[]>> {
  const accounts: CustomerAccountModuleService = container.resolve(CUSTOMER_ACCOUNT_MODULE)
  const subjects = [...new Set(products.flatMap(({ id, producerId }) => [id, ...(producerId ? [producerId] : [])]))]
  if (subjects.length === 0) return new Map()
  const rows = await accounts.listCustomerFollows({ subject_id: subjects }, { take: null })
  return new Map(
    products.map(({ id, producerId }) => [
      id,
      [
        ...new Set(
          rows
            .filter(
              ({ subject_type, subject_id }) => subject_id === (subject_type === 'product' ? id : (producerId ?? '')),
            )
            .map(({ customer_id }) => customer_id),
        ),
      ],
    ]),
  )
}
