import { expect, test } from 'vitest'
import { draftOf } from './proposals.ts'

function form(values: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(values)) data.set(name, value)
  return data
}

test('a form becomes a draft; rows nobody wrote into are left out', () => {
  const { draft, wrong } = draftOf(
    form({
      ...{ title: ' Mật ong ', description: 'Dòng một\r\ndòng hai', sector: 'food', storage: '' },
      ...{ 'packs.0.title': 'Chai 500 ml', 'packs.0.price': '250.000 đ', 'packs.0.weightGrams': '900 g' },
      ...{ 'packs.0.stock': '12', 'packs.0.sku': '', 'packs.1.title': '', 'packs.1.price': ' ' },
    }),
  )
  expect(wrong).toEqual([])
  expect(draft).toMatchObject({ title: 'Mật ong', description: 'Dòng một\ndòng hai', sector: 'food', storage: null })
  expect(draft.packs).toEqual([
    { title: 'Chai 500 ml', sku: null, price: 250_000, weightGrams: 900, stock: 12, parts: [], preorder: null },
  ])
})

test('what is no number is named, and no such sector is none', () => {
  const { draft, wrong } = draftOf(form({ sector: 'x', 'packs.3.title': 'Hộp', 'packs.3.price': 'rẻ' }))
  expect([draft.sector, wrong]).toEqual([null, ['packs.0.price']])
})

test('a gift set holds the pack sizes that have a number', () => {
  const { draft, wrong } = draftOf(
    form({ 'packs.0.title': 'Hộp quà', 'packs.0.part.variant_a': '2', 'packs.0.part.variant_b': '' }),
  )
  expect(draft.packs[0]?.parts).toEqual([{ variantId: 'variant_a', quantity: 2 }])
  expect(wrong).toEqual([])
  expect(draftOf(form({ 'packs.0.part.variant_a': 'hai' })).wrong).toEqual(['packs.0.parts'])
})

test('a harvest has both its days', () => {
  const days = (from: string, to: string) => draftOf(form({ 'packs.0.preorder.from': from, 'packs.0.preorder.to': to }))
  expect(days('2027-03-01', '2027-03-15').draft.packs[0]?.preorder).toEqual({ from: '2027-03-01', to: '2027-03-15' })
  expect(days('2027-03-01', '').wrong).toEqual(['packs.0.preorder'])
})
