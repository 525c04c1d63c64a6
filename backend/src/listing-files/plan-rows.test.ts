import { describe, expect, it } from 'vitest'
import { FILE_COLUMNS } from './columns'
import { type OwnProduct, planRows } from './plan-rows'

const TEA: OwnProduct = {
  ...{ productId: 'prod_1', version: 'v', waiting: false, title: 'Chè Shan tuyết', description: 'Chè hái tay.' },
  label: {
    ...{ netContent: '100 g', ingredients: 'Chè', allergens: null, storage: null, usage: null, warning: null },
    ...{ standard: null, perishable: false },
  },
  packs: [
    { id: 'variant_1', title: 'Hộp 100 g', sku: 'CHE-100', price: 120_000, weightGrams: 120 },
    { id: 'variant_2', title: 'Hộp quà', sku: 'QUA', price: 230_000, weightGrams: null },
  ],
}
const STOCK = new Map([['variant_1', { stocked: 40, reserved: 5 }]])
const HEAD = FILE_COLUMNS.map(({ title }) => title)
const at = (title: string) => HEAD.indexOf(title)

/** A table of rows that name their cells by title. */
function table(...rows: Record<string, string>[]): string[][] {
  return [HEAD, ...rows.map((cells) => HEAD.map((title) => cells[title] ?? ''))]
}
const plan = (...rows: Record<string, string>[]) => planRows(table(...rows), [TEA], STOCK)
const NEW = {
  ...{ 'Sản phẩm': 'Mật ong', 'Quy cách': 'Chai 500 ml', 'Giá (đồng)': '250.000', 'Khối lượng cả bao bì (gam)': '900' },
  ...{
    Kho: '12',
    Nhóm: 'thực phẩm',
    'Mô tả': 'Mật ong hoa bạc hà dại.',
    'Thành phần': 'Mật ong',
    'Bảo quản': 'Nơi mát',
  },
  'Cách dùng': 'Dùng trực tiếp',
}

describe('a file of listings', () => {
  it('changes nothing where it says what is on sale, and nothing where it says nothing', () => {
    const same = { 'Mã hàng': 'che-100', 'Sản phẩm': 'chè shan  tuyết', 'Giá (đồng)': '120.000 đ', Kho: '40' }
    expect(plan(same)).toEqual({ rows: 1, deeds: [], faults: [] })
    expect(plan({ 'Mã hàng': 'CHE-100' })).toEqual({ rows: 1, deeds: [], faults: [] })
  })

  it('changes price and words of a pack size by its code, and counts its stock apart', () => {
    const { deeds, faults } = plan({ 'Mã hàng': 'CHE-100', 'Giá (đồng)': '125000', Kho: '60', 'Bảo quản': 'Nơi khô' })
    expect(faults).toEqual([])
    expect(deeds).toMatchObject([
      { kind: 'change', productId: 'prod_1', version: 'v', rows: [2] },
      { kind: 'stock', variantId: 'variant_1', stocked: 60, seen: 40 },
    ])
    expect(deeds[0]?.kind === 'change' && deeds[0].differences).toEqual([
      { field: 'storage', pack: null, before: null, after: 'Nơi khô' },
      { field: 'price', pack: 'Hộp 100 g', before: 120_000, after: 125_000 },
    ])
  })

  it('takes rows of one new name for one new product, and of a name on sale for more pack sizes', () => {
    const second = { 'Sản phẩm': 'MẬT ONG', 'Quy cách': 'Chai 250 ml', 'Giá (đồng)': '130000' }
    const sizes = { 'Khối lượng cả bao bì (gam)': '500', Kho: '0' }
    const { deeds, faults } = plan(NEW, { ...second, ...sizes }, { ...second, ...sizes, 'Sản phẩm': 'Chè Shan tuyết' })
    expect(faults).toEqual([])
    expect(deeds).toMatchObject([
      {
        kind: 'product',
        rows: [2, 3],
        draft: { title: 'Mật ong', sector: 'food', packs: [{ stock: 12 }, { stock: 0 }] },
      },
      { kind: 'packs', rows: [4], productId: 'prod_1', draft: { packs: [{ title: 'Chai 250 ml', price: 130_000 }] } },
    ])
  })

  it.each([
    [{ 'Mã hàng': 'CHE-100', 'Giá (đồng)': 'rẻ' }, 'price', 'number'],
    [{ 'Mã hàng': 'CHE-100', 'Giá (đồng)': '999' }, 'price', 'number'],
    [{ 'Mã hàng': 'CHE-100', Kho: '4' }, 'stock', 'stock_reserved'],
    [{ 'Mã hàng': 'QUA', Kho: '4' }, 'stock', 'stock_of_set'],
    [{ 'Mã hàng': 'CHE-100', 'Sản phẩm': 'Tên khác' }, 'product', 'other_name'],
    [{ 'Mã hàng': 'CHE-100', 'Quy cách': 'Hộp 90 g' }, 'pack', 'pack_name'],
    [{ ...NEW, 'Sản phẩm': 'Chè Shan tuyết', 'Quy cách': 'hộp 100 g' }, 'pack', 'pack_twice'],
    [{ ...NEW, 'Sản phẩm': '' }, 'product', 'empty'],
    [{ ...NEW, 'Quy cách': '' }, 'pack', 'empty'],
    [{ ...NEW, Kho: '' }, 'stock', 'empty'],
    [{ ...NEW, 'Thành phần': '' }, 'ingredients', 'empty'],
    [{ ...NEW, Nhóm: 'Đồ chơi' }, 'sector', 'choice'],
    [{ ...NEW, 'Hàng mau hỏng': 'chắc vậy' }, 'perishable', 'choice'],
    [{ ...NEW, 'Bảo quản': 'x'.repeat(1_001) }, 'storage', 'too_long'],
  ] as const)('names the cell at fault and does nothing: %j', (row, column, fault) => {
    const { deeds, faults } = plan(row)
    expect(deeds).toEqual([])
    expect(faults).toMatchObject([{ row: 2, column, fault }])
  })

  it('refuses a code twice, two words for one thing, and a product under review', () => {
    const row = { 'Mã hàng': 'CHE-100', 'Bảo quản': 'Nơi khô' }
    expect(plan(row, { ...row, 'Bảo quản': 'Tủ lạnh' }).faults.map(({ row, fault }) => [row, fault])).toEqual([
      [3, 'sku_twice'],
      [3, 'other_words'],
    ])
    expect(planRows(table(row), [{ ...TEA, waiting: true }], STOCK).faults).toMatchObject([{ fault: 'waiting' }])
  })

  it('says which column is missing or not known', () => {
    const [head = [], row = []] = table(NEW)
    const turned = [head.map((title) => (title === 'Sản phẩm' ? 'Tên' : title)), row]
    expect(planRows(turned, [TEA], STOCK).faults).toEqual([
      { row: 1, column: null, fault: 'column_unknown', value: 'Tên' },
      { row: 1, column: 'product', fault: 'column_missing', value: '' },
    ])
    expect(at('Sản phẩm')).toBe(1)
  })
})
