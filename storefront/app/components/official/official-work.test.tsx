import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { Locale } from '#app/i18n/locale.ts'
import { LocaleContext } from '#app/i18n/use-locale.ts'
import type { AuditEntry, Duty, OfficialPost } from '#app/lib/official/types.ts'
import { AuditLines } from './audit-lines.tsx'
import { DutyList } from './duty-list.tsx'
import { MonthTable } from './month-table.tsx'
import { PostList } from './post-list.tsx'

const drawn = (element: React.ReactNode, locale: Locale = 'vi') =>
  renderToStaticMarkup(<LocaleContext.Provider value={locale}>{element}</LocaleContext.Provider>)

const duty = (change: Partial<Duty> = {}): Duty => ({
  ...{ key: 'post_ends', count: 1, path: '/can-bo#chuc-vu', dueOn: '2026-11-24', overdue: false },
  ...change,
})

test('a duty says what, where and by when; what is overdue is marked in words', () => {
  const html = drawn(<DutyList today="2026-11-24" duties={[duty({ dueOn: '2026-11-20', overdue: true }), duty()]} />)
  expect(html).toContain('Quá hạn từ 20/11/2026')
  expect(html).toContain('Hạn hôm nay')
  expect(html).toContain('href="/can-bo#chuc-vu"')
  expect(drawn(<DutyList today="2026-11-24" duties={[duty({ dueOn: null })]} />, 'en')).toContain('No deadline')
})

test('a duty of a kind that is newer than the page still leads to its place', () => {
  const html = drawn(
    <DutyList today="2026-11-24" duties={[duty({ key: 'constructor', count: 3, path: '/can-bo/moi' })]} />,
  )
  expect(html).toContain('3 việc cần xem')
  expect(html).toContain('href="/can-bo/moi"')
})

test('a post says where and until when it counts, and what it may do', () => {
  const post: OfficialPost = {
    ...{ id: 'opost_1', role: 'commune_officer', level: 'commune', unitName: 'UBND xã Hồng Thái' },
    centreId: null,
    ...{ provinceCode: '08', communeCode: '02260', provinceName: 'Tỉnh Tuyên Quang', communeName: 'Xã Hồng Thái' },
    ...{ from: '2026-01-01', to: '2026-12-31', verbs: ['dossier:read', 'dossier:pass_on'] },
  }
  const html = drawn(<PostList posts={[post]} />)
  expect(html).toContain('Xã Hồng Thái, Tỉnh Tuyên Quang')
  expect(html).toContain('từ 01/01/2026 đến hết 31/12/2026')
  expect(html).toContain('xem hồ sơ và chuyển hồ sơ lên trên')
  const ministry = { ...post, provinceName: null, communeName: null, to: null }
  expect(drawn(<PostList posts={[ministry]} />, 'en')).toContain('Everywhere')
})

test('a line of the journal names who, under which post, and that a deed was taken back; codes it does not know stay', () => {
  const entry: AuditEntry = {
    ...{ id: 'audit_1', at: '2026-11-23T17:30:00.000Z', verb: 'dossier:return', undoes: 'audit_0' },
    actor: { type: 'official', id: 'offl_1', name: 'Lò Thị Cán' },
    post: { role: 'commune_officer', unitName: 'UBND xã Hồng Thái' },
    subject: { type: 'dossier', id: 'hs-1' },
    ...{ provinceName: 'Tỉnh Tuyên Quang', communeName: 'Xã Hồng Thái' },
    details: { to: '2026-12-01', stranger: ['a', 'b'], posts: [], reason: null },
  }
  const html = drawn(<AuditLines entries={[entry, { ...entry, id: 'audit_2', verb: 'moon:land', undoes: null }]} />)
  expect(html).toContain('Cán bộ xã, UBND xã Hồng Thái')
  expect(html).toContain('trả hồ sơ để sửa')
  expect(html).toContain('Đã hoàn lại')
  expect(html).toContain('24/11/2026, 00:30')
  expect(html).toContain('Hồ sơ hs-1')
  expect(html).toContain('01/12/2026')
  expect(html).toContain('a; b')
  expect(html).toContain('moon:land')
  expect(html).not.toContain('Các chức vụ')
})

test('the calendar says in words which days are off and how much is due', () => {
  const days = Array.from({ length: 30 }, (_, at) => {
    const day = `2026-11-${String(at + 1).padStart(2, '0')}`
    return { day, working: at % 7 !== 0, holiday: null, workedInstead: false }
  })
  const html = drawn(
    <MonthTable
      caption="Tháng 11/2026"
      days={days}
      duties={[duty({ count: 2 }), duty({ key: 'other' })]}
      today="2026-11-24"
    />,
  )
  expect(html).toContain('3 việc tới hạn')
  expect(html.match(/ngày nghỉ/g)).toHaveLength(5)
  expect(html.match(/aria-current="date"/g)).toHaveLength(1)
})
