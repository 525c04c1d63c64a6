export type FileColumn =
  | 'sku'
  | 'product'
  | 'pack'
  | 'price'
  | 'weightGrams'
  | 'stock'
  | 'sector'
  | 'description'
  | 'netContent'
  | 'ingredients'
  | 'allergens'
  | 'storage'
  | 'usage'
  | 'warning'
  | 'standard'
  | 'perishable'

/** A cell at fault, or a row when `column` is null; mirrors the backend's `FileFault`. */
export interface FileFault {
  row: number
  column: FileColumn | null
  fault:
    | 'column_missing'
    | 'column_unknown'
    | 'empty'
    | 'number'
    | 'too_long'
    | 'choice'
    | 'sku_foreign'
    | 'sku_twice'
    | 'pack_twice'
    | 'other_words'
    | 'other_name'
    | 'pack_name'
    | 'stock_of_set'
    | 'stock_reserved'
    | 'waiting'
    | 'too_many_rows'
  value: string
}

/** What a file does; mirrors the backend's `FileDeed`. */
export type FileDeed = { rows: number[]; title: string } & (
  | { kind: 'product' | 'packs'; draft: { packs: { title: string; price: number | null; stock: number | null }[] } }
  | {
      kind: 'change'
      differences: {
        field: FileColumn | 'title'
        pack: string | null
        before: string | number | boolean | null
        after: string | number | boolean | null
      }[]
    }
  | { kind: 'stock'; stocked: number; seen: number }
)

/** A checked file; mirrors the backend's `ImportView`. */
export interface ListingFile {
  id: string
  fileName: string
  state: 'checked' | 'applied'
  plan: { rows: number; deeds: FileDeed[]; faults: FileFault[] }
  createdAt: string
  appliedAt: string | null
}
