import { differences, type ListingContent, rebased, versionOf } from './listing-content'

const SHOWN: ListingContent = {
  title: 'Chè Shan tuyết',
  description: 'Chè hái tay.',
  label: {
    ...{ netContent: '100 g', ingredients: 'Chè', allergens: null, storage: null, usage: null, warning: null },
    ...{ standard: null, perishable: false },
  },
  packs: [
    { id: 'variant_1', title: 'Hộp 100 g', sku: 'CHE-100', price: 120_000, weightGrams: 120 },
    { id: 'variant_2', title: 'Hộp 200 g', sku: 'CHE-200', price: 230_000, weightGrams: null },
  ],
}
const [small, large] = SHOWN.packs as [ListingContent['packs'][0], ListingContent['packs'][0]]

it('finds nothing between equal contents, whatever the order of the pack sizes', () => {
  expect(differences(SHOWN, { ...SHOWN, packs: [large, small] })).toEqual([])
})

it('names each field that differs with both values, and the pack size it belongs to', () => {
  const asked = {
    title: 'Chè Shan tuyết cổ thụ',
    description: '',
    label: { ...SHOWN.label, allergens: 'Không có', perishable: true },
    packs: [
      { ...small, price: 125_000 },
      { ...large, weightGrams: 240 },
    ],
  }
  expect(differences(SHOWN, asked)).toEqual([
    { field: 'title', pack: null, before: 'Chè Shan tuyết', after: 'Chè Shan tuyết cổ thụ' },
    { field: 'description', pack: null, before: 'Chè hái tay.', after: '' },
    { field: 'allergens', pack: null, before: null, after: 'Không có' },
    { field: 'perishable', pack: null, before: false, after: true },
    { field: 'price', pack: 'Hộp 100 g', before: 120_000, after: 125_000 },
    { field: 'weightGrams', pack: 'Hộp 200 g', before: null, after: 240 },
  ])
})

it('gives a weight that is taken away as a difference', () => {
  expect(differences(SHOWN, { ...SHOWN, packs: [{ ...small, weightGrams: null }, large] })).toEqual([
    { field: 'weightGrams', pack: 'Hộp 100 g', before: 120, after: null },
  ])
})

it('gives another version as soon as anything that is shown differs, a new pack size included', () => {
  const version = versionOf(SHOWN)
  expect(versionOf(structuredClone(SHOWN))).toBe(version)
  expect(versionOf({ ...SHOWN, packs: [small] })).not.toBe(version)
  expect(versionOf({ ...SHOWN, packs: [{ ...small, price: 120_001 }, large] })).not.toBe(version)
  expect(versionOf({ ...SHOWN, description: '' })).not.toBe(version)
  expect(versionOf({ ...SHOWN, label: { ...SHOWN.label, perishable: true } })).not.toBe(version)
})

it('offers a change again on top of what is shown now, without turning back what somebody else has changed', () => {
  const asked = {
    ...{ title: 'Chè cổ thụ', description: SHOWN.description, label: { ...SHOWN.label, storage: 'Nơi khô' } },
    packs: [{ ...small, price: 125_000 }, large],
  }
  const third = { id: 'variant_3', title: 'Gói 50 g', sku: null, price: 60_000, weightGrams: 60 }
  const now = {
    ...{ title: SHOWN.title, description: 'Chè sao tay.', label: { ...SHOWN.label, perishable: true } },
    packs: [{ ...small, weightGrams: 150 }, third],
  }
  expect(rebased(SHOWN, asked, now)).toEqual({
    ...{ title: 'Chè cổ thụ', description: 'Chè sao tay.' },
    label: { ...SHOWN.label, storage: 'Nơi khô', perishable: true },
    packs: [{ ...small, price: 125_000, weightGrams: 150 }, third],
  })
})
