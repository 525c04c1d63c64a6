import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys, Modules } from '@medusajs/framework/utils'

interface Query {
  entity: string
  fields: string[]
  filters?: Record<string, unknown>
}

/** Rows of the shop, all of them, in the shape the caller names. Throws what Medusa throws. */
export async function shopRows<T>(container: MedusaContainer, query: Query): Promise<T[]> {
  const graph = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await graph.graph(query)
  // The graph's rows follow from the fields asked for; its static types know only Medusa's own entities.
  return data as unknown as T[]
}

/**
 * Keeps the shop's events to itself while the seed writes. Search would follow every single one, a minute for forty
 * products; the outbox holds what it needs, and the running shop makes all search documents from there.
 */
export function muteEvents(container: MedusaContainer): void {
  container.resolve(Modules.EVENT_BUS).emit = async () => {}
}

/** Cuts a list into parts of at most `size`. */
export function chunks<T>(list: readonly T[], size: number): T[][] {
  const parts: T[][] = []
  for (let at = 0; at < list.length; at += size) parts.push(list.slice(at, at + size))
  return parts
}
