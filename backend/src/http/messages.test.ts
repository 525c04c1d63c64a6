import { isErrorCode, languageOf, messageFor } from './messages'

it('answers in Vietnamese unless English is preferred', () => {
  expect(languageOf(undefined)).toBe('vi')
  expect(languageOf('vi-VN,vi;q=0.9,en;q=0.8')).toBe('vi')
  expect(languageOf('en-US,en;q=0.9')).toBe('en')
  expect(languageOf('fr-FR,en;q=0.5')).toBe('en')
  expect(languageOf('ja')).toBe('vi')
})

it('has a sentence in both languages', () => {
  expect(messageFor('cart_changed', 'vi')).toMatch(/\.$/)
  expect(messageFor('cart_changed', 'en')).toMatch(/\.$/)
})

it('knows its own codes only', () => {
  expect(isErrorCode('cart_changed')).toBe(true)
  expect(isErrorCode('toString')).toBe(false)
})
