import { expect, test } from 'vitest'
import { currentEntry, type MenuEntry, menuFor, OFFICIAL_MENU } from './menu.ts'

const MENU: MenuEntry[] = [
  { path: '/can-bo', label: 'home', verbs: null },
  { path: '/can-bo/nhat-ky', label: 'audit', verbs: ['audit:read', 'report:read'] },
]

test('shows everybody the work list, and each place to whoever may do something there', () => {
  expect(menuFor([], MENU).map(({ path }) => path)).toEqual(['/can-bo'])
  expect(menuFor(['report:read'], MENU)).toHaveLength(2)
  expect(menuFor(['sheet:score'], MENU)).toHaveLength(1)
})

test('a page belongs to the entry it lies deepest in', () => {
  expect(currentEntry('/can-bo', MENU)?.path).toBe('/can-bo')
  expect(currentEntry('/can-bo/nhat-ky/x', MENU)?.path).toBe('/can-bo/nhat-ky')
  expect(currentEntry('/can-bo/nhat-ky-khac', MENU)?.path).toBe('/can-bo')
  expect(currentEntry('/chu-the', MENU)).toBeNull()
})

test('no place stands twice, and a dozen is the most the menu holds', () => {
  const paths = OFFICIAL_MENU.map(({ path }) => path)
  expect(new Set(paths).size).toBe(paths.length)
  expect(paths.length).toBeLessThanOrEqual(12)
})
