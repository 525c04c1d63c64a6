import type { MedusaContainer } from '@medusajs/framework/types'
import { LABEL_FIELDS } from '../modules/listing/label'
import { FILE_COLUMNS, type FileColumn, SECTOR_TITLES } from './columns'
import { ownProducts } from './own-products'

export const FILE_HEAD = FILE_COLUMNS.map(({ title }) => title)
export const FILE_WIDTHS = FILE_COLUMNS.map(({ width }) => width)

/** All that a producer sells as rows of a file, one a pack size: sent back unchanged it changes nothing. */
export async function exportRows(container: MedusaContainer, producerId: string): Promise<string[][]> {
  const { products, stock, sectors } = await ownProducts(container, producerId)
  return products.flatMap(({ productId, title, description, label, packs }) =>
    packs.map((pack) => {
      const sector = sectors.get(productId)
      const cells: Record<FileColumn, string> = {
        ...{ sku: pack.sku ?? '', product: title, pack: pack.title, price: String(pack.price), description },
        weightGrams: pack.weightGrams === null ? '' : String(pack.weightGrams),
        stock: String(stock.get(pack.id)?.stocked ?? ''),
        sector: sector ? SECTOR_TITLES[sector] : '',
        ...(Object.fromEntries(LABEL_FIELDS.map((field) => [field, label[field] ?? ''])) as Record<
          (typeof LABEL_FIELDS)[number],
          string
        >),
        perishable: label.perishable ? 'có' : 'không',
      }
      return FILE_COLUMNS.map(({ key }) => cells[key])
    }),
  )
}
