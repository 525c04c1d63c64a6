import { describe, expect, test } from 'vitest'
import { changeSchema, newBatchSchema, stretchOf } from './labels.ts'

const KEY = '019ab0c4-0000-7000-8000-000000000000'
const batch = {
  ...{ goods: 'lot|prod_1|hop-1', size: '1.000', packedOn: '', bestBefore: '2027-01-31', startsAs: 'active' },
  ...{ line1: '  Giữ   khô ', line2: '', line3: '', scratch: '', requestKey: KEY },
}
const problems = (changes: object) =>
  newBatchSchema.safeParse({ ...batch, ...changes }).error?.issues.map(({ message }) => message) ?? []

describe('a new batch', () => {
  test('is read as typed: thousands set apart, spaces put right, a lot with its product', () => {
    expect(newBatchSchema.parse(batch)).toMatchObject({
      goods: { lotRef: 'hop-1', productRef: 'prod_1' },
      size: 1000,
      packedOn: null,
      line1: 'Giữ khô',
      scratch: false,
    })
    expect(newBatchSchema.parse({ ...batch, goods: 'product|prod_1' }).goods).toEqual({
      lotRef: null,
      productRef: 'prod_1',
    })
  })

  test.each([
    [{ goods: '' }, 'errorGoods'],
    [{ goods: 'lot|prod_1' }, 'errorGoods'],
    [{ size: '0' }, 'errorSize'],
    [{ size: '1000001' }, 'errorSize'],
    [{ size: '-5' }, 'errorSize'],
    [{ bestBefore: 'mai' }, 'errorDay'],
    [{ line2: 'x'.repeat(81) }, 'errorLine'],
    [{ startsAs: '' }, 'errorStart'],
    [{ requestKey: 'x' }, 'errorUsed'],
  ])('with %j is told what is wrong', (changes, message) => {
    expect(problems(changes)).toEqual([message])
  })
})

describe('labels', () => {
  test('are counted from 1 by people and from 0 by programs', () => {
    expect(stretchOf({ first: 1, last: 100 }, 100)).toEqual({ first: 0, last: 99 })
  })

  test.each([
    [{ first: null, last: 5 }, { first: 'errorNumber' }],
    [{ first: 0, last: 5 }, { first: 'errorNumber' }],
    [{ first: 1, last: 101 }, { last: 'errorNumber' }],
    [{ first: Number.NaN, last: 5 }, { first: 'errorNumber' }],
    [{ first: 9, last: 5 }, { last: 'errorOrder' }],
  ])('%j is refused', (typed, errors) => {
    expect(stretchOf(typed, 100)).toEqual({ errors })
  })

  test('are named by codes on lines of their own', () => {
    const change = { action: 'void', first: '', last: '', codes: ' a-b \n\nc;d', note: 'x', requestKey: KEY }
    expect(changeSchema.parse(change)).toMatchObject({ first: null, last: null, codes: ['a-b', 'c', 'd'] })
  })
})
