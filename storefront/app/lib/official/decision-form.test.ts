import { describe, expect, test } from 'vitest'
import { choicesFor, draftRows, typedIn, typedOf } from './decision-form.ts'
import type { DraftChoices, DraftRow, DraftView } from './decision-types.ts'

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

  const draftOf = (kind: DraftView['kind'], rows: DraftRow[]): DraftView => ({
    ...{ id: 'draft_1', kind, state: 'draft', authority: 'UBND tỉnh', rowCount: rows.length, draftedBy: 'An' },
    ...{ updatedAt: '2026-11-23T00:00:00Z', decisionId: null, sample: false, version: 3, legalBasis: 'Luật' },
    ...{ evaluationRef: null, rows, subjects: {}, may: { change: true, sign: false }, own: true, late: false },
  })
  const again = (draft: DraftView, changes: Record<string, string> = {}) =>
    draftRows(draft.kind, { ...typedOf(draft), ...changes }, choicesFor(choices, draft), draft.rows)

  test('writes a draft anew as it was: dossiers, classes of the evaluation and products of no listing stay', () => {
    const row = { productName: 'Chè', productCode: null, producerName: 'HTX', provinceCode: '08', setNo: 4 }
    const results = Array.from({ length: 10 }, (_, at) => ({
      ...row,
      ...{ productId: at === 1 ? 'prod_1' : at === 2 ? 'prod_gone' : null, stars: 4, points: 81.5 },
      ...{ rubricVersion: '148/2023', ratedStars: 4, dossierId: `dos_${at}` },
    }))
    expect(again(draftOf('recognition', results))).toEqual(results)
    expect(again(draftOf('recognition', results), { points2: '70,5', product0: '' })).toEqual(
      results.slice(1).map((each, at) => (at === 1 ? { ...each, points: 70.5 } : each)),
    )
    const two = (kind: DraftView['kind'], fields: DraftRow) => {
      const rows = ['recog_1', 'recog_2'].map((recognitionId) => ({ recognitionId, ...fields }))
      expect(again(draftOf(kind, rows))).toEqual(rows)
    }
    two('revocation', { ground: 'criteria', conclusionOn: '2026-11-01', conclusion: 'Kết luận', from: '2026-11-23' })
    two('suspension', { from: '2026-11-23', to: null, reason: 'x' })
    two('lifting', { liftedFrom: '2026-11-23', reason: 'x' })
    two('extension', { extendedTo: '2027-01-01', reason: 'x' })
    two('correction', { reason: 'x', productName: 'Chè Shan', points: 80 })
    const named = draftOf('correction', [{ recognitionId: 'recog_1', reason: 'x', productName: 'Chè', points: 80 }])
    expect(again(named, { productName: '' })).toEqual([{ recognitionId: 'recog_1', reason: 'x', points: 80 }])
  })

  test('has no row without a recognition, and an open end where none was typed', () => {
    expect(draftRows('suspension', { from: '2026-11-23' }, choices)).toEqual([])
    expect(draftRows('suspension', { recognition: 'recog_1', from: '2026-11-23', reason: 'x' }, choices)).toEqual([
      { recognitionId: 'recog_1', from: '2026-11-23', to: null, reason: 'x' },
    ])
  })
})
