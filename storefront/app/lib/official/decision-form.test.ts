import { describe, expect, test } from 'vitest'
import { draftRows, typedIn } from './decision-form.ts'
import type { DraftChoices } from './decision-types.ts'

const choices: DraftChoices = {
  level: 'province',
  provinceCode: '08',
  authority: 'UBND tỉnh',
  legalBasis: 'Luật',
  rubricVersion: '26/2026',
  stars: [3, 4],
  grounds: [],
  products: [{ id: 'prod_1', title: 'Chè', producer: 'HTX', provinceCode: '08' }],
}

describe('the form of a draft', () => {
  test('takes the rows with a product, in their order, and a comma for the decimal sign', () => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ product0: '', product2: 'prod_1', stars2: '4', points2: '85,5' })) {
      form.set(name, value)
    }
    expect(draftRows('recognition', typedIn(form), choices)).toMatchObject([
      { productId: 'prod_1', productName: 'Chè', stars: 4, points: 85.5, setNo: null, ratedStars: null },
    ])
  })

  test('leaves what is no number to the shop, which names it', () => {
    expect(draftRows('recognition', { product0: 'prod_1', points0: 'tám mươi' }, choices)).toMatchObject([
      { points: 'tám mươi' },
    ])
  })

  test('has no row without a recognition, and an open end where none was typed', () => {
    expect(draftRows('suspension', { from: '2026-11-23' }, choices)).toEqual([])
    expect(draftRows('suspension', { recognition: 'recog_1', from: '2026-11-23', reason: 'x' }, choices)).toEqual([
      { recognitionId: 'recog_1', from: '2026-11-23', to: null, reason: 'x' },
    ])
  })
})
