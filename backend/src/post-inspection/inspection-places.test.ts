import type { HeldPost } from '../officials/held-post'
import { inspectingPost, requireReadable } from './inspection-places'

function post(role: HeldPost['role'], provinceCode: string | null, communeCode: string | null = null): HeldPost {
  const level = provinceCode === null ? 'ministry' : communeCode === null ? 'province' : 'commune'
  return {
    id: role,
    role,
    level,
    provinceCode,
    communeCode,
    centreId: null,
    unitName: 'Cơ quan',
    from: '2026-01-01',
    to: null,
  }
}
const officer = post('province_officer', '08')
const ministry = post('ministry_officer', null)
const commune = post('commune_officer', '08', '00691')
const tea = { province_code: '08', commune_code: '00691', stars: 4 }

function asked(
  posts: HeldPost[],
  row = tea,
  verb: 'post_inspection:plan' | 'post_inspection:record' = 'post_inspection:record',
) {
  try {
    return inspectingPost({ posts }, verb, row, [5]).id
  } catch (error) {
    return (error as { code: string }).code
  }
}

it('is led by the province in its province, by a commune in its commune, by the ministry everywhere (art. 9)', () => {
  expect([asked([officer]), asked([commune]), asked([ministry])]).toEqual([
    'province_officer',
    'commune_officer',
    'ministry_officer',
  ])
  expect(asked([officer], { ...tea, province_code: '82' })).toBe('not_found')
  expect(asked([commune], { ...tea, commune_code: '00700' })).toBe('not_found')
})

it('is the ministry’s for 5 stars, also for who holds both posts', () => {
  const best = { ...tea, stars: 5 }
  expect([asked([officer], best), asked([commune], best)]).toEqual(['five_star_ministry', 'five_star_ministry'])
  expect([asked([ministry], best), asked([officer, ministry], best)]).toEqual(['ministry_officer', 'ministry_officer'])
})

it('is planned by provinces and the ministry alone', () => {
  expect(asked([commune], tea, 'post_inspection:plan')).toBe('not_permitted')
  expect(asked([post('province_leader', '08')], tea, 'post_inspection:plan')).toBe('province_leader')
  expect(asked([post('advisor', '08')])).toBe('not_permitted')
})

it('is not there for who reads elsewhere', () => {
  const places = { everywhere: false, provinceCodes: ['82'], communeCodes: ['00700'] }
  for (const row of [tea, { ...tea, province_code: null, commune_code: null }]) {
    expect(() => requireReadable(places, row)).toThrow(expect.objectContaining({ status: 404 }))
  }
  expect(() => requireReadable({ ...places, communeCodes: ['00691'] }, tea)).not.toThrow()
  expect(() =>
    requireReadable({ ...places, everywhere: true }, { province_code: null, commune_code: null }),
  ).not.toThrow()
})
