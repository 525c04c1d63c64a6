import fc from 'fast-check'
import { expect, test } from 'vitest'
import { draftGaps, handleOf, type ListingDraft, ListingDraftSchema } from './listing-draft'

const WHOLE: ListingDraft = ListingDraftSchema.parse({
  ...{ title: 'Mật ong bạc hà', description: 'Mật ong của hoa bạc hà dại trên cao nguyên đá.', sector: 'food' },
  ...{ ingredients: 'Mật ong 100%', storage: 'Nơi khô mát', usage: 'Dùng trực tiếp' },
  packs: [{ title: 'Chai 500 ml', sku: null, price: 250_000, weightGrams: 900, stock: 12 }],
})

test('an empty draft may be kept, and says all that it lacks', () => {
  expect(draftGaps(ListingDraftSchema.parse({}))).toEqual(['title', 'description', 'sector', 'packs'])
})

test('a whole draft lacks nothing; craft says no ingredients', () => {
  expect(draftGaps(WHOLE)).toEqual([])
  expect(draftGaps({ ...WHOLE, sector: 'craft', ingredients: null, storage: null, usage: null })).toEqual([])
  expect(draftGaps({ ...WHOLE, ingredients: null })).toEqual(['ingredients'])
})

test('pack sizes differ in name and code, and have a price, a weight and a stock', () => {
  const [pack] = WHOLE.packs
  if (!pack) throw new Error('no pack')
  const packs = [
    { ...pack, sku: 'A-1' },
    { ...pack, title: 'CHAI 500 ML', sku: 'a-1', price: 999, weightGrams: null, stock: null },
  ]
  expect(draftGaps({ ...WHOLE, packs })).toEqual([
    ...['packs.1.title', 'packs.1.sku', 'packs.1.price', 'packs.1.weightGrams', 'packs.1.stock'],
  ])
})

test('a name makes an address of plain letters', () => {
  expect(handleOf('Chè Shan tuyết, Đường Thượng (100 g)')).toBe('che-shan-tuyet-duong-thuong-100-g')
  expect(handleOf('???')).toBe('san-pham')
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (title) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(handleOf(title))))
})
