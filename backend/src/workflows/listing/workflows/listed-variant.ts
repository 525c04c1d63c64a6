/** A pack size to be listed. Price in whole đồng, stock in units; titles differ within a product, SKUs within the shop. */
export interface ListedVariant {
  title: string
  sku: string
  price: number
  weightGrams: number | null
  stock: number
  /** What a gift set takes of other stock, per set; empty for what has stock of its own. */
  parts: { inventoryItemId: string; quantity: number }[]
}

export interface VariantRow {
  id: string
  sku: string
  inventory_items: { inventory_item_id: string }[]
}

/** Levels of the stock that new pack sizes have of their own; that of a set's parts is counted already. */
export function stockLevels(locationId: string, listed: readonly ListedVariant[], rows: readonly VariantRow[]) {
  const own = new Map(listed.filter(({ parts }) => parts.length === 0).map(({ sku, stock }) => [sku, stock]))
  return rows.flatMap((row) => {
    const stock = own.get(row.sku)
    if (stock === undefined) return []
    return row.inventory_items.map((item) => ({
      inventory_item_id: item.inventory_item_id,
      location_id: locationId,
      stocked_quantity: stock,
    }))
  })
}
