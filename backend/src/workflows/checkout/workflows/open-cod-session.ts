import { createWorkflow, transform, WorkflowResponse, when } from '@medusajs/framework/workflows-sdk'
import {
  createPaymentCollectionForCartWorkflow,
  createPaymentSessionsWorkflow,
  refreshPaymentCollectionForCartWorkflow,
  useQueryGraphStep,
} from '@medusajs/medusa/core-flows'

/** Cash on delivery is Medusa's system provider: it never holds money. */
export const COD_PROVIDER = 'pp_system_default'

/**
 * Gives a cart one cash-on-delivery session over its present total. The caller holds the cart's lock.
 * Run again it replaces the session by one over the new total.
 */
export const openCodSessionWorkflow = createWorkflow('open-cod-session', (input: { cartId: string }) => {
  const { data: carts } = useQueryGraphStep({
    entity: 'cart',
    fields: ['id', 'payment_collection.id'],
    filters: { id: input.cartId },
  }).config({ name: 'find-payment-collection' })

  const created = when('payment-collection-missing', { carts }, (data) => !data.carts[0]?.payment_collection).then(() =>
    createPaymentCollectionForCartWorkflow.runAsStep({ input: { cart_id: input.cartId } }),
  )
  when('payment-collection-exists', { carts }, (data) => Boolean(data.carts[0]?.payment_collection)).then(() => {
    refreshPaymentCollectionForCartWorkflow.runAsStep({ input: { cart_id: input.cartId } })
  })
  const session = transform({ carts, created }, (data) => ({
    payment_collection_id: data.created?.id ?? data.carts[0]?.payment_collection?.id ?? '',
    provider_id: COD_PROVIDER,
  }))
  createPaymentSessionsWorkflow.runAsStep({ input: session })
  return new WorkflowResponse(session)
})
