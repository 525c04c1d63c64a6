import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDay, formatList, formatMoment, formatMoney, formatQuantity, formatWeight } from './format.ts'

test('money is whole đồng, grouped in the language’s way, and does not break from its sign', () => {
  expect(formatMoney(125_000, 'vi')).toBe('125.000\u00a0₫')
  expect(formatMoney(125_000, 'en')).toBe('125,000\u00a0₫')
  expect(formatMoney(0, 'vi')).toBe('0\u00a0₫')
})

test('no đồng is lost in print', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_000_000_000_000 }), (dong) => {
      expect(Number(formatMoney(dong, 'vi').replace(/\D/g, ''))).toBe(dong)
      expect(Number(formatMoney(dong, 'en').replace(/\D/g, ''))).toBe(dong)
    }),
  )
})

test('days keep their calendar day whatever the clock of the machine', () => {
  expect(formatDay('2028-03-14', 'vi')).toBe('14/03/2028')
  expect(formatDay('2028-03-04', 'en')).toBe('4 Mar 2028')
  expect(formatDay('mùa xuân', 'vi')).toBe('mùa xuân')
})

test('moments are shown as Vietnamese time', () => {
  expect(formatMoment('2026-11-21T17:30:00Z', 'vi')).toBe('22/11/2026, 00:30')
})

test('weights change unit at one kilogram', () => {
  expect(formatWeight(250, 'vi')).toBe('250\u00a0g')
  expect(formatWeight(1500, 'vi')).toBe('1,5\u00a0kg')
  expect(formatWeight(1500, 'en')).toBe('1.5\u00a0kg')
})

test('quantities carry their unit', () => {
  expect(formatQuantity({ value: 1240, unit: 'kg' }, 'vi')).toBe('1.240\u00a0kg')
})

test('names are joined as people say them', () => {
  expect(formatList(['Hà Giang', 'Tuyên Quang'], 'vi')).toBe('Hà Giang và Tuyên Quang')
})
