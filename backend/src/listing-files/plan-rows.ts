import { type DraftGap, draftGaps, type ListingDraft, ListingDraftSchema } from '../listing-proposals/listing-draft'
import { differences, type ListingContent, type ListingDifference } from '../listings/listing-content'
import { LABEL_FIELDS, LABEL_LENGTHS, type ListingLabel } from '../modules/listing/label'
import { SECTORS, type Sector } from '../modules/listing/sectors'
import { FILE_COLUMNS, type FileColumn, SECTOR_TITLES, sameText } from './columns'

/** What a producer has on sale, as a file is compared with it. */
export interface OwnProduct extends ListingContent {
  productId: string
  version: string
  /** A change of it waits for review, so that another cannot. */
  waiting: boolean
}

/** Stock by pack size; gift sets have none. */
export type OwnStockOf = ReadonlyMap<string, { stocked: number; reserved: number }>

/** What is wrong with a cell, or with a row when `column` is null. Rows are counted as the sheet shows them, the header being 1. */
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

/** What a file would do, one deed a product and a stock. `rows` are those of the sheet it comes from. */
export type FileDeed =
  | { kind: 'product'; rows: number[]; title: string; draft: ListingDraft }
  | { kind: 'packs'; rows: number[]; title: string; productId: string; draft: ListingDraft }
  | {
      kind: 'change'
      rows: number[]
      title: string
      productId: string
      version: string
      proposed: ListingContent
      differences: ListingDifference[]
    }
  | { kind: 'stock'; rows: number[]; title: string; variantId: string; stocked: number; seen: number }

export interface FilePlan {
  rows: number
  deeds: FileDeed[]
  faults: FileFault[]
}

type Row = Record<FileColumn, string> & { no: number }

const MOST_ROWS = 500
const WORDS = ['description', ...LABEL_FIELDS, 'perishable'] as const

/**
 * Says what a table would do to a producer's listings, changing nothing. A row whose code is known changes that pack size; any other row is a
 * new pack size, of the product of that name, or of a new product. An empty cell leaves what is on sale as it is. Words of a product may stand
 * in any of its rows, the same in all that have them.
 * In: rows of texts, header first; the own listings with their stock. Out: the deeds in the order of the sheet, and every fault.
 */
export function planRows(
  table: readonly (readonly string[])[],
  own: readonly OwnProduct[],
  stock: OwnStockOf,
): FilePlan {
  const faults: FileFault[] = []
  const rows = rowsOf(table, faults)
  if (faults.length > 0) return { rows: rows.length, deeds: [], faults }
  const packs = new Map(
    own.flatMap((product) =>
      product.packs.flatMap((pack) => (pack.sku ? [[pack.sku.toUpperCase(), { product, pack }] as const] : [])),
    ),
  )
  const byName = new Map(own.map((product) => [sameText(product.title), product]))
  const groups = new Map<string, { product: OwnProduct | null; title: string; rows: Row[] }>()
  const codes = new Set<string>()
  for (const row of rows) {
    const code = row.sku.toUpperCase()
    if (code !== '' && codes.has(code)) faults.push({ row: row.no, column: 'sku', fault: 'sku_twice', value: row.sku })
    codes.add(code)
    const product = packs.get(code)?.product ?? byName.get(sameText(row.product)) ?? null
    if (product === null && row.product === '') {
      faults.push({ row: row.no, column: 'product', fault: 'empty', value: '' })
      continue
    }
    const key = product?.productId ?? `new ${sameText(row.product)}`
    const group = groups.get(key) ?? { product, title: product?.title ?? row.product, rows: [] }
    group.rows.push(row)
    groups.set(key, group)
  }
  const deeds = [...groups.values()].flatMap((group) => deedsOf(group, packs, stock, faults))
  return { rows: rows.length, deeds: faults.length > 0 ? [] : deeds, faults }
}

function rowsOf(table: readonly (readonly string[])[], faults: FileFault[]): Row[] {
  const [head = [], ...body] = table
  const columnAt = head.map((title) => FILE_COLUMNS.find((column) => sameText(column.title) === sameText(title))?.key)
  head.forEach((title, at) => {
    if (columnAt[at] === undefined && title.trim() !== '') {
      faults.push({ row: 1, column: null, fault: 'column_unknown', value: title })
    }
  })
  for (const { key, needed } of FILE_COLUMNS) {
    if (needed && !columnAt.includes(key)) faults.push({ row: 1, column: key, fault: 'column_missing', value: '' })
  }
  const rows = body.flatMap((cells, at) => {
    if (cells.every((cell) => cell.trim() === '')) return []
    const texts = Object.fromEntries(FILE_COLUMNS.map(({ key }) => [key, ''])) as Record<FileColumn, string>
    const row: Row = { ...texts, no: at + 2 }
    columnAt.forEach((key, column) => {
      // A leading apostrophe is how a file of ours keeps a text from being taken for a formula.
      if (key !== undefined)
        row[key] = (cells[column] ?? '')
          .normalize('NFC')
          .trim()
          .replace(/^'(?=[=+\-@])/, '')
    })
    return [row]
  })
  if (rows.length > MOST_ROWS) {
    faults.push({ row: MOST_ROWS + 2, column: null, fault: 'too_many_rows', value: String(rows.length) })
  }
  return rows
}

function deedsOf(
  { product, title, rows }: { product: OwnProduct | null; title: string; rows: Row[] },
  packs: ReadonlyMap<string, { product: OwnProduct; pack: ListingContent['packs'][number] }>,
  stock: OwnStockOf,
  faults: FileFault[],
): FileDeed[] {
  const words = wordsOf(rows, faults)
  const known = rows.flatMap((row) => {
    const found = packs.get(row.sku.toUpperCase())
    return found ? [{ row, pack: found.pack }] : []
  })
  const fresh = rows.filter((row) => !packs.has(row.sku.toUpperCase()))
  const names = new Set(product?.packs.map((pack) => sameText(pack.title)))
  for (const row of fresh) {
    if (row.pack !== '' && names.has(sameText(row.pack))) {
      faults.push({ row: row.no, column: 'pack', fault: 'pack_twice', value: row.pack })
    }
    names.add(sameText(row.pack))
  }
  const deeds: FileDeed[] = []
  if (product === null) {
    const draft = draftFrom(fresh, words, title, faults)
    reportGaps(draftGaps(draft), fresh, faults)
    return [{ kind: 'product', rows: fresh.map(({ no }) => no), title, draft }]
  }
  for (const { row, pack } of known) {
    if (row.product !== '' && sameText(row.product) !== sameText(product.title)) {
      faults.push({ row: row.no, column: 'product', fault: 'other_name', value: row.product })
    }
    if (row.pack !== '' && sameText(row.pack) !== sameText(pack.title)) {
      faults.push({ row: row.no, column: 'pack', fault: 'pack_name', value: row.pack })
    }
    const counted = numberOf(row, 'stock', 0, 1_000_000, faults)
    const now = stock.get(pack.id)
    if (counted === null) continue
    if (!now) faults.push({ row: row.no, column: 'stock', fault: 'stock_of_set', value: row.stock })
    else if (counted < now.reserved) {
      faults.push({ row: row.no, column: 'stock', fault: 'stock_reserved', value: String(now.reserved) })
    } else if (counted !== now.stocked) {
      const name = `${product.title} (${pack.title})`
      deeds.push({
        kind: 'stock',
        rows: [row.no],
        title: name,
        variantId: pack.id,
        stocked: counted,
        seen: now.stocked,
      })
    }
  }
  const proposed: ListingContent = {
    title: product.title,
    description: words.description ?? product.description,
    label: { ...product.label, ...words.label },
    packs: product.packs.map((pack) => {
      const row = known.find((each) => each.pack.id === pack.id)?.row
      if (!row) return pack
      return {
        ...pack,
        price: numberOf(row, 'price', 1_000, 1_000_000_000, faults) ?? pack.price,
        weightGrams: numberOf(row, 'weightGrams', 1, 100_000, faults) ?? pack.weightGrams,
      }
    }),
  }
  const found = differences(product, proposed)
  if (found.length > 0) {
    if (product.waiting) faults.push({ row: rows[0]?.no ?? 1, column: null, fault: 'waiting', value: product.title })
    const { productId, version } = product
    const touched = rows.map(({ no }) => no)
    deeds.unshift({ kind: 'change', rows: touched, title, productId, version, proposed, differences: found })
  }
  if (fresh.length > 0) {
    const draft = draftFrom(fresh, { label: {}, description: null, sector: null }, '', faults)
    reportGaps(draftGaps(draft, true), fresh, faults)
    deeds.push({ kind: 'packs', rows: fresh.map(({ no }) => no), title, productId: product.productId, draft })
  }
  return deeds
}

interface Words {
  description: string | null
  label: Partial<ListingLabel>
  sector: Sector | null
}

/** The words of a product out of its rows; where two rows differ, the later one is a fault. */
function wordsOf(rows: readonly Row[], faults: FileFault[]): Words {
  const said = new Map<FileColumn, string>()
  for (const row of rows) {
    for (const column of ['sector', ...WORDS] as const) {
      const value = row[column]
      if (value === '') continue
      const before = said.get(column)
      if (before !== undefined && before !== value) faults.push({ row: row.no, column, fault: 'other_words', value })
      if (before === undefined) {
        said.set(column, value)
        const most = column === 'description' ? 5_000 : column in LABEL_LENGTHS ? lengthOf(column) : 100
        if (value.length > most) faults.push({ row: row.no, column, fault: 'too_long', value: String(most) })
        const bad =
          (column === 'perishable' && perishableOf(value) === null) || (column === 'sector' && sectorOf(value) === null)
        if (bad) faults.push({ row: row.no, column, fault: 'choice', value })
      }
    }
  }
  const label: Partial<ListingLabel> = {}
  for (const field of LABEL_FIELDS) if (said.has(field)) label[field] = said.get(field) ?? null
  const keeps = said.get('perishable')
  if (keeps !== undefined) label.perishable = perishableOf(keeps) ?? false
  return { description: said.get('description') ?? null, label, sector: sectorOf(said.get('sector') ?? '') }
}

function lengthOf(column: FileColumn): number {
  return LABEL_FIELDS.some((field) => field === column) ? LABEL_LENGTHS[column as keyof typeof LABEL_LENGTHS] : 100
}

function perishableOf(value: string): boolean | null {
  const answer = sameText(value)
  return answer === 'có' ? true : answer === 'không' ? false : null
}

function sectorOf(value: string): Sector | null {
  return SECTORS.find((sector) => sameText(SECTOR_TITLES[sector]) === sameText(value)) ?? null
}

function draftFrom(rows: readonly Row[], words: Words, title: string, faults: FileFault[]): ListingDraft {
  if (title.length > 150) faults.push({ row: rows[0]?.no ?? 1, column: 'product', fault: 'too_long', value: '150' })
  for (const row of rows) {
    if (row.pack.length > 100) faults.push({ row: row.no, column: 'pack', fault: 'too_long', value: '100' })
    if (row.sku.length > 60) faults.push({ row: row.no, column: 'sku', fault: 'too_long', value: '60' })
  }
  const draft = {
    ...{ title: title.slice(0, 150), description: (words.description ?? '').slice(0, 5_000), sector: words.sector },
    ...Object.fromEntries(
      LABEL_FIELDS.map((field) => [field, words.label[field]?.slice(0, LABEL_LENGTHS[field]) ?? null]),
    ),
    perishable: words.label.perishable ?? false,
    packs: rows.slice(0, 20).map((row) => ({
      title: row.pack.slice(0, 100),
      sku: row.sku.slice(0, 60) || null,
      price: numberOf(row, 'price', 1_000, 1_000_000_000, faults),
      weightGrams: numberOf(row, 'weightGrams', 1, 100_000, faults),
      stock: numberOf(row, 'stock', 0, 1_000_000, faults),
    })),
  }
  if (rows.length > 20) faults.push({ row: rows[20]?.no ?? 1, column: 'pack', fault: 'too_many_rows', value: '20' })
  return ListingDraftSchema.parse(draft)
}

/** What a new product lacks, at the cell where it would stand. */
function reportGaps(gaps: readonly DraftGap[], rows: readonly Row[], faults: FileFault[]): void {
  for (const gap of gaps) {
    const [, no, field] = /^packs\.(\d+)\.(\w+)$/.exec(gap) ?? []
    const row = rows[Number(no ?? 0)]
    const column = (gap === 'title' ? 'product' : field === 'title' ? 'pack' : (field ?? gap)) as FileColumn
    // A number that is wrong, or a name or code that is there twice, was named already.
    if (!row || faults.some((fault) => fault.row === row.no && fault.column === column)) continue
    faults.push({ row: row.no, column, fault: 'empty', value: row[column] ?? '' })
  }
}

/** A whole number as people write it (`125.000`); null for an empty cell, and for a fault. */
function numberOf(
  row: Row,
  column: 'price' | 'weightGrams' | 'stock',
  least: number,
  most: number,
  faults: FileFault[],
): number | null {
  const text = row[column].replace(/\s*(?:đ|₫|đồng|g|gam)$/iu, '')
  if (text === '') return null
  const number = /^\d+$/.test(text)
    ? Number(text)
    : /^\d{1,3}(?:[., ]\d{3})+$/.test(text)
      ? Number(text.replace(/\D/g, ''))
      : null
  if (number !== null && number >= least && number <= most) return number
  if (!faults.some((fault) => fault.row === row.no && fault.column === column)) {
    faults.push({ row: row.no, column, fault: 'number', value: row[column] })
  }
  return null
}
