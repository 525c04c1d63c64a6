/** A variant with its stock, as `query.graph` hands it over. */
export interface StockedVariant {
  manage_inventory: boolean
  allow_backorder: boolean
  inventory_items: (InventoryPart | null)[] | null
}

interface InventoryPart {
  required_quantity: number | null
  inventory: { location_levels: (StockLevel | null)[] | null } | null
}

interface StockLevel {
  location_id: string
  stocked_quantity: number
  reserved_quantity: number
}

/** Fields to select below a product for stock. */
export const STOCK_FIELDS = [
  'variants.manage_inventory',
  'variants.allow_backorder',
  'variants.inventory_items.required_quantity',
  'variants.inventory_items.inventory.location_levels.location_id',
  'variants.inventory_items.inventory.location_levels.stocked_quantity',
  'variants.inventory_items.inventory.location_levels.reserved_quantity',
]

/**
 * How many pieces of a variant can be bought from some stock locations: of a set, as many as its scarcest part allows.
 * Out: null when the stock is not counted (not managed, or sold beyond stock).
 */
export function availableFrom(variant: StockedVariant, locationIds: ReadonlySet<string>): number | null {
  if (!variant.manage_inventory || variant.allow_backorder) return null
  const parts = (variant.inventory_items ?? []).filter((part) => part !== null)
  if (parts.length === 0) return 0
  const possible = parts.map((part) => {
    const levels = (part.inventory?.location_levels ?? []).filter((level) => level !== null)
    const free = levels
      .filter((level) => locationIds.has(level.location_id))
      .reduce((sum, level) => sum + Number(level.stocked_quantity) - Number(level.reserved_quantity), 0)
    return Math.floor(free / (part.required_quantity ?? 1))
  })
  return Math.max(0, Math.min(...possible))
}
