import { expect, test } from 'vitest'
import { currentEntry, OFFICIAL_MENU } from '#app/lib/official/menu.ts'
import { CENTRE_MENU, shopMenu } from './menu.ts'

test('the places of a centre stand in its own menu, and none of them in the officials’', () => {
  const paths = CENTRE_MENU.map(({ path }) => path)
  expect(new Set(paths).size).toBe(paths.length)
  expect(paths.filter((path) => OFFICIAL_MENU.some((entry) => entry.path === path))).toEqual([])
})

test('a fair belongs to the fairs, a page of a shop to the shops', () => {
  expect(currentEntry('/can-bo/trung-tam/hoi-cho/cfair_1/sua', CENTRE_MENU)?.label).toBe('fairs')
  expect(currentEntry('/can-bo/trung-tam/shop_1/phieu', CENTRE_MENU)?.label).toBe('overview')
  expect(currentEntry('/can-bo/trung-tam/shop_1/phieu', shopMenu('shop_1'))?.label).toBe('papers')
})
