import type { MedusaContainer } from '@medusajs/framework/types'
import { graph } from '../container/graph'
import { ApiError } from '../http/api-error'
import type { Tenant } from '../http/tenant'
import { PRODUCER_MODULE } from '../modules/producer'
import type { ProducerModuleService } from '../modules/producer/service'
import type { StepBody } from './bodies'

/** Ids of a producer's products, withdrawn ones included: their lots are still on the shelf. */
export async function ownProductIds(container: MedusaContainer, producerId: string): Promise<Set<string>> {
  const [producer] = await graph<{ products: { id: string }[] | null }>(container, {
    entity: 'producer',
    fields: ['products.id'],
    filters: { id: producerId },
  })
  return new Set((producer?.products ?? []).map((product) => product.id))
}

/** Throws ApiError 422 when one of the products is another producer's; `field` is the body's member that names them. */
export async function requireOwnProducts(
  container: MedusaContainer,
  tenant: Tenant,
  productIds: readonly string[],
  field: string,
): Promise<void> {
  if (productIds.length === 0) return
  const own = await ownProductIds(container, tenant.producerId)
  if (productIds.some((id) => !own.has(id))) throw new ApiError(422, 'product_not_yours', { field })
}

/**
 * Throws ApiError 422 when an entry names products, orders or evidence of others: an order counts as one's own when a line of
 * it is a product of the producer's.
 */
export async function requireOwnGoods(container: MedusaContainer, tenant: Tenant, step: StepBody): Promise<void> {
  const products = step.outputs.flatMap((output) => output.productRef ?? [])
  await requireOwnProducts(container, tenant, products, 'outputs')
  await requireOwnOrders(container, tenant, step.orderRefs)
  await requireOwnEvidence(container, tenant, step.evidence)
}

async function requireOwnOrders(
  container: MedusaContainer,
  tenant: Tenant,
  orderIds: readonly string[],
): Promise<void> {
  if (orderIds.length === 0) return
  const own = await ownProductIds(container, tenant.producerId)
  const orders = await graph<{ id: string; items: { product_id: string | null }[] | null }>(container, {
    entity: 'order',
    fields: ['id', 'items.product_id'],
    filters: { id: orderIds },
  })
  const holding = new Set(
    orders.filter((order) => (order.items ?? []).some((item) => own.has(item.product_id ?? ''))).map(({ id }) => id),
  )
  if (orderIds.some((id) => !holding.has(id))) throw new ApiError(422, 'order_unknown', { field: 'orderRefs' })
}

async function requireOwnEvidence(
  container: MedusaContainer,
  tenant: Tenant,
  evidence: StepBody['evidence'],
): Promise<void> {
  if (evidence.length === 0) return
  const producers: ProducerModuleService = container.resolve(PRODUCER_MODULE)
  const kept = await producers.listEvidenceFiles(
    { file: evidence.map((each) => each.file), producer_id: tenant.producerId },
    { take: evidence.length },
  )
  const byFile = new Map(kept.map((each) => [each.file, each]))
  for (const each of evidence) {
    const found = byFile.get(each.file)
    const same = found?.sha256 === each.sha256 && found.kind === each.kind && found.is_public === each.public
    if (!same) throw new ApiError(422, 'evidence_unknown', { field: 'evidence' })
  }
}
