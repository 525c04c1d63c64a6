import { expect, test } from 'vitest'
import { type PageHead, pageMeta } from './page-meta.ts'

const head: PageHead = {
  title: 'Hạt sen sấy',
  description: 'Hạt sen sấy giòn.',
  locale: 'vi',
  url: 'https://sao-lang.example/san-pham/hat-sen-say',
  index: true,
}
const links = (given: PageHead) =>
  pageMeta(given).flatMap((entry) => ('tagName' in entry && entry.tagName === 'link' ? [entry] : []))

test('the canonical address is absolute and its own language', () => {
  expect(links(head)).toContainEqual(expect.objectContaining({ rel: 'canonical', href: head.url }))
  expect(links({ ...head, locale: 'en' })).toContainEqual(
    expect.objectContaining({ rel: 'canonical', href: `${head.url}?lang=en` }),
  )
})

test('both languages and the default are named as alternates', () => {
  expect(links(head).flatMap((entry) => ('hrefLang' in entry ? [entry.hrefLang] : []))).toEqual([
    'vi',
    'en',
    'x-default',
  ])
})

test('a page that stays out of search engines says so and names no canonical address', () => {
  const meta = pageMeta({ ...head, index: false })
  expect(meta).toContainEqual({ name: 'robots', content: 'noindex' })
  expect(links({ ...head, index: false })).toEqual([])
})

test('the site’s name is in the title once', () => {
  expect(pageMeta(head)[0]).toEqual({ title: 'Hạt sen sấy · Sao Làng' })
  expect(pageMeta({ ...head, title: 'Sao Làng: chợ đặc sản' })[0]).toEqual({ title: 'Sao Làng: chợ đặc sản' })
})
