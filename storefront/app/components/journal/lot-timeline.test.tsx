import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Locale } from '#app/i18n/locale.ts'
import { LocaleContext } from '#app/i18n/use-locale.ts'
import type { BookEntry } from '#app/lib/producer/types.ts'
import { LotTimeline } from './lot-timeline.tsx'

const REASON = 'Đọc nhầm cân, thiếu một bao'
const steps = [{ word: 'harvesting', label: { vi: 'Thu hoạch', en: 'Harvesting' }, makes: false }]
const parties = [{ ref: 'party-2', handle: 'htx-sen', name: 'HTX Sen Tháp Mười' }]
const people = [
  { id: 'member-1', name: 'Nguyễn Thị Sen' },
  { id: 'member-2', name: 'Trần Văn Lúa' },
]

function harvest(stepNo: string, kilograms: number, changes: Partial<BookEntry> = {}): BookEntry {
  const output = {
    ...{ ref: 'lo-1', lotCode: 'TH-1', kind: 'raw' as const, productRef: null, material: 'Hạt sen tươi' },
    ...{ amount: { value: kilograms, unit: 'kg' }, packs: null, packedOn: null, bestBefore: null },
  }
  return {
    ...{ stepNo, step: 'harvesting', happenedAt: '2026-11-22T01:00:00.000Z', part: 'made', lock: null, void: null },
    recordedAt: `2026-11-22T0${stepNo}:00:00.000Z`,
    entry: {
      ...{ requestKey: stepNo, step: 'harvesting', happenedAt: '2026-11-22T01:00:00.000Z', note: 'Sáng sớm' },
      ...{ about: [], quantity: null, inputs: [], additions: [], outputs: [output], sourceAreaRefs: [] },
      ...{ evidence: [], place: null, handTo: null, orderRefs: [], recordedBy: 'member-1' },
    },
    ...changes,
  }
}

const struck = (replacedBy: string | null) => ({
  ...{ at: '2026-11-22T02:30:00.000Z', reason: REASON, by: 'member-2', replacedBy },
})

function drawn(entries: BookEntry[], locale: Locale = 'vi'): string {
  return renderToStaticMarkup(
    <LocaleContext.Provider value={locale}>
      <LotTimeline {...{ entries, steps, people, parties }} lotRef="lo-1" />
    </LocaleContext.Provider>,
  )
}
const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
const corrected = [harvest('2', 30, { void: struck('3') }), harvest('3', 33)]

test('a struck entry is marked as deleted and says so in words, with reason, time, who and what replaced it', () => {
  const html = drawn(corrected)
  const [, deleted] = /<del dateTime="2026-11-22T02:30:00.000Z"[^>]*>(.*)<\/del>/.exec(html) ?? []
  expect(words(deleted ?? '')).toBe('Thu hoạch 30 kg Sáng sớm')
  expect(words(html)).toContain('Đã gạch Thu hoạch 30 kg Sáng sớm')
  expect(words(html)).toContain(
    `Lý do: ${REASON} Gạch ngày 22/11/2026, 09:30 · Người gạch: Trần Văn Lúa Thay bằng: Thu hoạch 33 kg, 22/11/2026, 08:00`,
  )
  expect(html).toContain('href="#buoc-3"')
  expect(html).toContain('id="buoc-3"')
})

test('the entry that counts stands above the one it replaces, is not struck and can be corrected', () => {
  const html = drawn(corrected)
  expect(html.indexOf('id="buoc-3"')).toBeLessThan(html.indexOf('id="buoc-2"'))
  expect(html.match(/<del/g)).toHaveLength(1)
  expect(html.match(/\/chu-the\/buoc\/\d/g)).toEqual(['/chu-the/buoc/3'])
})

test('an entry with nothing in its place says that', () => {
  expect(words(drawn([harvest('2', 30, { void: struck(null) })]))).toContain('Không có dòng thay thế.')
  expect(words(drawn([harvest('2', 30, { void: struck('9') })]))).toContain('Dòng thay thế nằm ở lô khác.')
})

test('a struck entry reads the same in English', () => {
  expect(words(drawn(corrected, 'en'))).toContain(
    `Reason: ${REASON} Struck out on 22 Nov 2026, 09:30 · by Trần Văn Lúa Replaced by: Harvesting 33 kg`,
  )
})

test('a hand-over names the producer who got the goods, and can be struck; what made other lots is corrected there', () => {
  const given = harvest('4', 5, { part: 'took' })
  const sent = { ...given, entry: { ...given.entry, outputs: [], handTo: 'party-2' } }
  expect(words(drawn([sent]))).toContain('Giao cho HTX Sen Tháp Mười')
  expect(drawn([sent])).toContain('/chu-the/buoc/4')
  expect(drawn([given])).not.toContain('/chu-the/buoc/4')
})

test('goods that were received name the producer they came from', () => {
  const made = harvest('5', 5)
  const inputs = [{ lotRef: 'lot-9', partyRef: 'party-2', amount: null }]
  expect(words(drawn([{ ...made, entry: { ...made.entry, inputs } }]))).toContain('Nhận từ HTX Sen Tháp Mười')
})
