import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import {
  createInventoryLevelsWorkflow,
  createProductVariantsWorkflow,
  setProductProductOptionsWorkflow,
  useQueryGraphStep,
} from '@medusajs/medusa/core-flows'
import { CURRENCY } from '../../../money/dong'
import { type ListedVariant, stockLevels, type VariantRow } from './listed-variant'

export interface AddPackSizesInput {
  productId: string
  /** Where their stock is counted. */
  stockLocationId: string
  /** The one option by which the product's pack sizes differ. */
  option: { id: string; title: string }
  variants: ListedVariant[]
}

/**
 * Adds pack sizes to a product that is on sale: option values, variants, prices, stock. Nothing is kept when a step fails.
 * Out: nothing. Throws INVALID_DATA, and when a SKU exists.
 */
export const addPackSizesWorkflow = createWorkflow('add-pack-sizes', (input: AddPackSizesInput) => {
  const values = transform({ input }, ({ input: { productId, option, variants: wanted } }) => ({
    product_id: productId,
    update: [{ product_option_id: option.id, add: wanted.map(({ title }) => ({ value: title })) }],
  }))
  setProductProductOptionsWorkflow.runAsStep({ input: values })
  const variants = transform({ input }, ({ input: { productId, option, variants: wanted } }) => ({
    product_variants: wanted.map(({ title, sku, weightGrams, price, parts }) => ({
      ...{ product_id: productId, title, sku, manage_inventory: true, weight: weightGrams ?? undefined },
      options: { [option.title]: title },
      prices: [{ currency_code: CURRENCY, amount: price }],
      inventory_items: parts.map((part) => ({
        inventory_item_id: part.inventoryItemId,
        required_quantity: part.quantity,
      })),
    })),
  }))
  const created = createProductVariantsWorkflow.runAsStep({ input: variants })
  const ids = transform({ created }, (data) => data.created.map(({ id }) => id))
  const { data: rows } = useQueryGraphStep({
    entity: 'variant',
    fields: ['id', 'sku', 'inventory_items.inventory_item_id'],
    filters: { id: ids },
  }).config({ name: 'find-inventory-items' })
  const levels = transform({ input, rows }, (data) => ({
    inventory_levels: stockLevels(
      data.input.stockLocationId,
      data.input.variants,
      data.rows as unknown as VariantRow[],
    ),
  }))
  createInventoryLevelsWorkflow.runAsStep({ input: levels })
  return new WorkflowResponse(ids)
})
