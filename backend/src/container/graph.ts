import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'

interface GraphQuestion {
  entity: string
  fields: string[]
  filters?: Record<string, unknown>
  pagination?: { take?: number; skip?: number; order?: Record<string, 'ASC' | 'DESC'> }
  /** Pricing or other contexts by path, see QueryContext. */
  context?: Record<string, unknown>
  withDeleted?: boolean
}

/**
 * Reads across modules with `query.graph`. In: what to read; the caller names the row type it selected.
 * Out: the rows. Throws what the modules throw.
 */
export async function graph<Row>(container: MedusaContainer, question: GraphQuestion): Promise<Row[]> {
  const { rows } = await graphPage<Row>(container, question)
  return rows
}

/** As `graph`, with the number of rows that match in all when `pagination` is given. */
export async function graphPage<Row>(
  container: MedusaContainer,
  question: GraphQuestion,
): Promise<{ rows: Row[]; total: number }> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data, metadata } = await query.graph(question as unknown as Parameters<typeof query.graph>[0])
  return { rows: data as unknown as Row[], total: metadata?.count ?? data.length }
}
