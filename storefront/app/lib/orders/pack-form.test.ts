import { expect, it } from 'vitest'
import { readPackForm } from './pack-form.ts'

const form = { key: 'k', quantity_a: '3', given_a: '[["l1",2,"p",1],["l2",1,"p",1]]', lot_a: '', codes: ' M1 \n\nM2' }

it('leaves the lots to the rule when nobody chose another', () => {
  expect(readPackForm(form)).toEqual({
    key: 'k',
    lines: [{ lineId: 'a', quantity: 3 }],
    lots: null,
    codes: ['M1', 'M2'],
  })
})

it('keeps the rule for the other lines when one lot was chosen', () => {
  const { lots } = readPackForm({ ...form, quantity_b: '1', lot_b: 'l9', reason_b: ' Khách dặn ' })
  expect(lots).toEqual([
    { lineId: 'a', lotRef: 'l1', quantity: 2, reason: null },
    { lineId: 'a', lotRef: 'l2', quantity: 1, reason: null },
    { lineId: 'b', lotRef: 'l9', quantity: 1, reason: 'Khách dặn' },
  ])
})

it('leaves out lines of which nothing is packed', () => {
  expect(readPackForm({ key: 'k', quantity_a: '0', quantity_b: 'x' }).lines).toEqual([])
})

it('takes each product of a gift set as often as it lies in one', () => {
  const set = { quantity_s: '2', given_s: '[["h1",3,"honey",2],["h2",3,"honey",2],["t1",3,"tea",1]]' }
  const { lots } = readPackForm({ ...form, ...set, quantity_b: '1', lot_b: 'l9', reason_b: 'Khách dặn' })
  expect(lots?.filter(({ lineId }) => lineId === 's').map(({ lotRef, quantity }) => [lotRef, quantity])).toEqual([
    ['h1', 3],
    ['h2', 1],
    ['t1', 2],
  ])
})
