import type { CreateProductWorkflowInputDTO } from '@medusajs/framework/types'
import { MedusaError, Modules, ProductStatus } from '@medusajs/framework/utils'
import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import {
  createInventoryLevelsWorkflow,
  createProductsWorkflow,
  createRemoteLinkStep,
  useQueryGraphStep,
} from '@medusajs/medusa/core-flows'
import type { Picture } from '@sao-lang/traceability/verify'
import { SECTORS, type Sector } from '../../../modules/listing/sectors'
import type { ListingRow } from '../../../modules/listing/service'
import { PRODUCER_MODULE } from '../../../modules/producer'
import { CURRENCY, requireDong } from '../../../money/dong'
import { addListingsStep } from '../steps/add-listings'
import { findProducersStep } from '../steps/find-producers'
import { publishProductsStep } from '../steps/publish-products'
import { type ListedVariant, stockLevels, type VariantRow } from './listed-variant'

export interface CreateListedProductsInput {
  salesChannelIds: string[]
  stockLocationId: string
  shippingProfileId: string
  products: {
    handle: string
    title: string
    description: string | null
    producerHandle: string
    listing: {
      sector: Sector
      netContent: string | null
      ingredients: string | null
      allergens: string | null
      storage: string | null
      usage: string | null
      warning: string | null
      standard: string | null
      perishable: boolean
      storyVi: string | null
      storyEn: string | null
      pictures: Picture[]
      sample: string[]
      source: string | null
    }
    variants: (Omit<ListedVariant, 'parts'> & Partial<Pick<ListedVariant, 'parts'>>)[]
  }[]
}

type Listed = CreateListedProductsInput['products'][number]
const MOST_PRODUCTS = 200
const OPTION = 'Quy cách'

/**
 * Lists new products: product, variants, prices, stock, producer, label details. They become visible together, last.
 * Out: `{ id, handle, variantIds }` in the order given. Throws INVALID_DATA, NOT_FOUND (producer) or when a handle or a
 * SKU exists; nothing is kept then.
 */
export const createListedProductsWorkflow = createWorkflow(
  'create-listed-products',
  (input: CreateListedProductsInput) => {
    const handles = transform({ input }, (data) => data.input.products.map((product) => product.producerHandle))
    const producerIds = findProducersStep(handles)

    const products = transform({ input }, (data) => ({ products: toProducts(data.input) }))
    const created = createProductsWorkflow.runAsStep({ input: products })

    const productIds = transform({ created }, (data) => data.created.map((product) => product.id))
    const { data: variants } = useQueryGraphStep({
      entity: 'variant',
      fields: ['id', 'sku', 'inventory_items.inventory_item_id'],
      filters: { product_id: productIds },
    }).config({ name: 'find-inventory-items' })
    const levels = transform({ input, variants }, (data) => ({
      inventory_levels: stockLevels(
        data.input.stockLocationId,
        data.input.products.flatMap((product) => product.variants.map((variant) => ({ parts: [], ...variant }))),
        data.variants as unknown as VariantRow[],
      ),
    }))
    createInventoryLevelsWorkflow.runAsStep({ input: levels })

    const links = transform({ input, created, producerIds }, (data) =>
      data.input.products.map((product) => ({
        [Modules.PRODUCT]: { product_id: idOf(data.created, product.handle) },
        [PRODUCER_MODULE]: { producer_id: data.producerIds[product.producerHandle] },
      })),
    )
    createRemoteLinkStep(links).config({ name: 'link-producers' })

    const listings = transform({ input, created }, (data) =>
      data.input.products.map((product) => toListing(product, idOf(data.created, product.handle))),
    )
    addListingsStep(listings)
    publishProductsStep(productIds)

    const result = transform({ input, created }, (data) =>
      data.input.products.map((listed) => {
        const product = data.created.find((candidate) => candidate.handle === listed.handle)
        const idBySku = new Map(product?.variants.map((variant) => [variant.sku, variant.id]))
        return {
          id: product?.id ?? '',
          handle: listed.handle,
          variantIds: listed.variants.map((variant) => idBySku.get(variant.sku) ?? ''),
        }
      }),
    )
    return new WorkflowResponse(result)
  },
)

function toProducts(input: CreateListedProductsInput): CreateProductWorkflowInputDTO[] {
  if (input.products.length > MOST_PRODUCTS) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `List at most ${MOST_PRODUCTS} products at once.`)
  }
  return input.products.map((product) => {
    requireListable(product)
    return {
      title: product.title,
      handle: product.handle,
      description: product.description ?? undefined,
      status: ProductStatus.DRAFT,
      shipping_profile_id: input.shippingProfileId,
      sales_channels: input.salesChannelIds.map((id) => ({ id })),
      options: [{ title: OPTION, values: product.variants.map((variant) => variant.title) }],
      variants: product.variants.map((variant) => ({
        title: variant.title,
        sku: variant.sku,
        manage_inventory: true,
        weight: variant.weightGrams ?? undefined,
        options: { [OPTION]: variant.title },
        prices: [{ currency_code: CURRENCY, amount: variant.price }],
        inventory_items: variant.parts?.map((part) => ({
          inventory_item_id: part.inventoryItemId,
          required_quantity: part.quantity,
        })),
      })),
    }
  })
}

function requireListable(product: Listed): void {
  if (product.variants.length === 0) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `"${product.handle}" needs at least one variant.`)
  }
  if (!SECTORS.includes(product.listing.sector)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `"${product.handle}" must be in one of the sectors ${SECTORS.join(', ')}.`,
    )
  }
  for (const variant of product.variants) {
    requireDong(variant.price, `The price of "${variant.sku}"`)
    if (!Number.isSafeInteger(variant.stock) || variant.stock < 0) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        `The stock of "${variant.sku}" must be a whole number from 0.`,
      )
    }
  }
}

function toListing(product: Listed, productId: string): ListingRow {
  const { listing } = product
  return {
    product_id: productId,
    sector: listing.sector,
    net_content: listing.netContent,
    ingredients: listing.ingredients,
    allergens: listing.allergens,
    storage: listing.storage,
    usage: listing.usage,
    warning: listing.warning,
    standard: listing.standard,
    perishable: listing.perishable,
    story_vi: listing.storyVi,
    story_en: listing.storyEn,
    pictures: listing.pictures,
    sample: listing.sample,
    source: listing.source,
  }
}

function idOf(created: { id: string; handle: string | null }[], handle: string): string {
  return created.find((product) => product.handle === handle)?.id ?? ''
}
