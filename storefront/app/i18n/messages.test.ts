import { expect, test } from 'vitest'
import { messages, translator } from './messages.ts'

const words = messages({
  hello: { vi: 'Chào {name}', en: 'Hello {name}' },
  items: { vi: { other: '{count} món' }, en: { one: '{count} item', other: '{count} items' } },
  plain: { vi: 'Giỏ hàng', en: 'Cart' },
})

test('fills in values and leaves unknown braces alone', () => {
  expect(translator('vi', words)('hello', { name: 'Ẫm' })).toBe('Chào Ẫm')
  expect(translator('en', words)('plain')).toBe('Cart')
})

test('a value that looks like a placeholder or a pattern is printed as it is', () => {
  expect(translator('vi', words)('hello', { name: '{name} $& $1' })).toBe('Chào {name} $& $1')
})

test('chooses the plural form by the rules of the language', () => {
  expect(translator('en', words)('items', { count: 1 })).toBe('1 item')
  expect(translator('en', words)('items', { count: 0 })).toBe('0 items')
  expect(translator('vi', words)('items', { count: 1 })).toBe('1 món')
})

test('writes numbers in the language’s way', () => {
  expect(translator('vi', words)('items', { count: 12_345 })).toBe('12.345 món')
  expect(translator('en', words)('items', { count: 12_345 })).toBe('12,345 items')
})
