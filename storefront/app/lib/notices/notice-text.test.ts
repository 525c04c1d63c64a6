import { expect, test } from 'vitest'
import { notices } from '#app/i18n/notices.ts'
import { noticePage, noticeText } from './notice-text.ts'

const GIVEN = { kind: 'post_given', params: { role: 'advisor', unit: 'Tổ tư vấn tỉnh', from: '2026-11-23' } }

test('a notice is a sentence with days and roles written out, in both languages', () => {
  expect(noticeText(GIVEN, 'vi')).toBe('Bạn được giao chức vụ Thành viên tổ tư vấn tại Tổ tư vấn tỉnh, từ 23/11/2026.')
  expect(noticeText(GIVEN, 'en')).toBe(
    'You were given a post: Advisory group member, Tổ tư vấn tỉnh, from 23 Nov 2026.',
  )
})

test('a kind that is newer than the page says that there is news', () => {
  expect(noticeText({ kind: 'toString', params: {} }, 'vi')).toContain('Có tin mới')
})

test('leads to a page of its reader, or nowhere', () => {
  const subject = { type: 'official', id: 'offl_1' }
  expect(noticePage({ subject }, 'official')).toBe('/can-bo#chuc-vu')
  expect(noticePage({ subject }, 'producer')).toBeNull()
  expect(noticePage({ subject: { type: 'stranger', id: 'x' } }, 'official')).toBeNull()
})

test('a paper that expires is named with its last good day, and leads to its page', () => {
  const notice = { kind: 'paper_expires', params: { title: 'Giấy ATTP', on: '2026-12-31' } }
  expect(noticeText(notice, 'vi')).toContain('“Giấy ATTP” có giá trị đến hết 31/12/2026')
  expect(noticePage({ subject: { type: 'paper', id: 'paper_1' } }, 'producer')).toBe('/chu-the/ho-so/giay-to/paper_1')
})

test('every kind has a sentence that ends', () => {
  for (const entry of Object.values(notices)) expect([entry.vi.at(-1), entry.en.at(-1)]).toEqual(['.', '.'])
})
