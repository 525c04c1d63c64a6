import { describe, expect, test } from 'vitest'
import { amountText, readNet, readNumber } from './amount-text.ts'

describe('a number as people write it', () => {
  test.each([
    ['12', 12],
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['1.240', 1240],
    ['1.240,5', 1240.5],
    ['1 240', 1240],
    ['0.500', 0.5],
    ['0,25', 0.25],
    ['12.000.000', 12_000_000],
  ])('%s is %d', (typed, value) => {
    expect(readNumber(typed)).toBe(value)
  })

  test.each(['', '0', 'mười', '-3', '1,2,3', '1.2.3', '12kg', ',5', '1.24,5'])('%j is none', (typed) => {
    expect(readNumber(typed)).toBeNull()
  })
})

test('base units are shown in the unit people read most easily', () => {
  expect(amountText(400_000, 'g', 'vi')).toBe('400\u00a0kg')
  expect(amountText(250, 'ml', 'vi')).toBe('250\u00a0ml')
  expect(amountText(12, 'piece', 'vi', 'con')).toBe('12\u00a0con')
})

test('what stands on a pack is read where it can be', () => {
  expect(readNet('Túi 500 g')).toEqual({ value: 500, unit: 'g' })
  expect(readNet('Chai 1,5 l')).toEqual({ value: 1.5, unit: 'lít' })
  expect(readNet('Hộp quà')).toBeNull()
  expect(readNet(null)).toBeNull()
})
