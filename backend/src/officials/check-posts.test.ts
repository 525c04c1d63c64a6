import { checkPosts, type NewPost } from './check-posts'

const OFFICER: NewPost = {
  role: 'commune_officer',
  level: 'commune',
  provinceCode: '08',
  communeCode: '02260',
  unitName: 'UBND xã Hồng Thái',
  from: '2026-01-01',
  to: null,
}

function refusalOf(posts: NewPost[], held: NewPost[] = []): unknown {
  try {
    checkPosts(posts, held)
    return null
  } catch (error) {
    const { code, field } = error as { code: string; field?: string }
    return [code, field]
  }
}

it('takes a post whose role, level and place belong together', () => {
  expect(refusalOf([OFFICER])).toBeNull()
  expect(
    refusalOf([{ ...OFFICER, role: 'council_chair', level: 'ministry', provinceCode: null, communeCode: null }]),
  ).toBeNull()
})

it.each([
  [{ level: 'province' as const, communeCode: null }, 'level'],
  [{ provinceCode: null }, 'provinceCode'],
  [{ communeCode: null }, 'communeCode'],
  [{ role: 'province_leader' as const, level: 'province' as const }, 'communeCode'],
  [{ role: 'ministry_officer' as const, level: 'ministry' as const, communeCode: null }, 'provinceCode'],
  [{ centreId: 'pcen_1' }, 'centreId'],
  [{ role: 'centre_seller' as const, level: 'province' as const, communeCode: null }, 'centreId'],
])('refuses %o', (change, field) => {
  expect(refusalOf([{ ...OFFICER, ...change }])).toEqual(['post_invalid', field])
})

it('takes a post at a centre, and another of the kind at another centre', () => {
  const seller: NewPost = {
    ...OFFICER,
    role: 'centre_seller',
    level: 'province',
    communeCode: null,
    centreId: 'pcen_1',
  }
  expect(refusalOf([seller])).toBeNull()
  expect(refusalOf([seller], [{ ...seller, centreId: 'pcen_2' }])).toBeNull()
  expect(refusalOf([seller], [seller])).toEqual(['post_overlaps', undefined])
})

it('refuses days that end before they begin', () => {
  expect(refusalOf([{ ...OFFICER, to: '2025-12-31' }])).toEqual(['post_days_invalid', 'to'])
})

it('refuses the same post twice on one day, held or given at once; the next one may begin the day after', () => {
  expect(refusalOf([OFFICER], [OFFICER])).toEqual(['post_overlaps', undefined])
  expect(refusalOf([OFFICER, OFFICER])).toEqual(['post_overlaps', undefined])
  expect(refusalOf([OFFICER], [{ ...OFFICER, from: '2024-01-01', to: '2025-12-31' }])).toBeNull()
  expect(refusalOf([OFFICER], [{ ...OFFICER, communeCode: '02449' }])).toBeNull()
})
