import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LocaleContext } from '#app/i18n/use-locale.ts'
import type { Paper } from '#app/lib/papers/types.ts'
import { StandingMark } from './standing-mark.tsx'

const words = (paper: Pick<Paper, 'standing' | 'expiresOn' | 'daysLeft'>, locale: 'vi' | 'en' = 'vi') =>
  renderToStaticMarkup(
    <LocaleContext.Provider value={locale}>
      <StandingMark paper={paper} />
    </LocaleContext.Provider>,
  ).replace(/<[^>]+>/g, '')

test.each([
  ['valid', null, null, 'Không ghi ngày hết hạn'],
  ['valid', '2028-01-31', 434, 'Còn hạn đến 31/01/2028'],
  ['expiring', '2026-12-01', 8, 'Hết hạn sau 8 ngày (01/12/2026)'],
  ['expiring', '2026-11-23', 0, 'Hôm nay là ngày cuối còn hạn'],
  ['expired', '2026-11-22', -1, 'Đã hết hạn ngày 22/11/2026'],
  ['replaced', '2028-01-31', 434, 'Đã có bản thay'],
  ['withdrawn', null, null, 'Đã rút khỏi kho'],
] as const)('a paper that is %s and ends on %s says so', (standing, expiresOn, daysLeft, sentence) => {
  expect(words({ standing, expiresOn, daysLeft })).toBe(sentence)
})

test('one day is one day in English', () => {
  const tomorrow = { standing: 'expiring', expiresOn: '2026-11-24', daysLeft: 1 } as const
  expect(words(tomorrow, 'en')).toBe('Expires in 1 day (24 Nov 2026)')
})
