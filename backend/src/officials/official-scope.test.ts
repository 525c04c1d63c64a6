import type { OfficialRole, PostLevel } from '../modules/official/roles'
import { ROLE_LEVELS } from '../modules/official/roles'
import { fourEyes } from './four-eyes'
import { countsOn, type HeldPost, overlap } from './held-post'
import { covers, permittedPost, placeFilter, placesOf } from './official-scope'
import { OFFICIAL_VERBS, VERBS } from './official-verbs'

function post(role: OfficialRole, level: PostLevel, provinceCode: string | null, communeCode: string | null): HeldPost {
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

const commune = post('commune_officer', 'commune', '08', '02260')
const member = post('council_member', 'province', '08', null)
const ministry = post('ministry_leader', 'ministry', null, null)
const hongThai = { provinceCode: '08', communeCode: '02260' }
const elsewhere = { provinceCode: '08', communeCode: '02449' }

/** Status and code of the refusal. */
function refusal(act: () => unknown): unknown {
  try {
    act()
    return 'done'
  } catch (error) {
    const { status, code } = error as { status: number; code: string }
    return [status, code]
  }
}

describe('a post', () => {
  it('counts from its first to its last day, both included', () => {
    const held = { from: '2026-11-01', to: '2026-11-23' }
    expect(['2026-10-31', '2026-11-01', '2026-11-23', '2026-11-24'].map((day) => countsOn(held, day))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(countsOn({ from: '2026-11-01', to: null }, '2099-01-01')).toBe(true)
  })

  it('overlaps another when they share a day', () => {
    const held = { from: '2026-01-01', to: '2026-06-30' }
    expect(overlap(held, { from: '2026-06-30', to: null })).toBe(true)
    expect(overlap(held, { from: '2026-07-01', to: null })).toBe(false)
    expect(overlap({ from: '2026-07-01', to: null }, held)).toBe(false)
    expect(overlap({ from: '2020-01-01', to: null }, held)).toBe(true)
  })

  it('of a commune counts in its commune, of a province in its province, of the ministry everywhere', () => {
    const places = [
      hongThai,
      elsewhere,
      { provinceCode: '08', communeCode: null },
      { provinceCode: '82', communeCode: null },
    ]
    expect(places.map((place) => covers(commune, place))).toEqual([true, false, false, false])
    expect(places.map((place) => covers(member, place))).toEqual([true, true, true, false])
    expect(places.map((place) => covers(ministry, place))).toEqual([true, true, true, true])
  })
})

describe('a verb', () => {
  it('that no post has is refused with 403, and one that counts elsewhere hides the thing with 404', () => {
    const official = { posts: [commune, member] }
    expect(permittedPost(official, 'dossier:pass_on', hongThai)).toBe(commune)
    expect(permittedPost(official, 'dossier:read', elsewhere)).toBe(member)
    expect(refusal(() => permittedPost(official, 'dossier:pass_on', elsewhere))).toEqual([404, 'not_found'])
    expect(refusal(() => permittedPost(official, 'decision:sign', hongThai))).toEqual([403, 'not_permitted'])
    expect(refusal(() => permittedPost(official, 'decision:sign'))).toEqual([403, 'not_permitted'])
  })

  it('counts in the places of the posts that have it, which filter rows', () => {
    const official = { posts: [commune, member] }
    expect(placesOf(official, 'dossier:pass_on')).toEqual({
      everywhere: false,
      provinceCodes: [],
      communeCodes: ['02260'],
    })
    expect(placeFilter(placesOf(official, 'dossier:read'))).toEqual({
      $or: [{ province_code: ['08'] }, { commune_code: ['02260'] }],
    })
    expect(placeFilter(placesOf({ posts: [ministry] }, 'dossier:read'))).toEqual({})
    expect(placeFilter(placesOf(official, 'decision:sign'))).toEqual({
      $or: [{ province_code: [] }, { commune_code: [] }],
    })
  })

  it('belongs to some role, and every role has verbs of the list', () => {
    const given = Object.values(OFFICIAL_VERBS).flat()
    expect(new Set(given)).toEqual(new Set(VERBS))
    expect(Object.keys(OFFICIAL_VERBS).sort()).toEqual(Object.keys(ROLE_LEVELS).sort())
  })

  it('to draft and the one to sign decisions are never in one role', () => {
    for (const [role, verbs] of Object.entries(OFFICIAL_VERBS)) {
      expect([role, verbs.includes('decision:draft') && verbs.includes('decision:sign')]).toEqual([role, false])
    }
  })
})

it('four eyes: who drafted does not sign, whichever post they hold', () => {
  expect(refusal(() => fourEyes('offl_1', 'offl_1'))).toEqual([409, 'four_eyes'])
  expect(refusal(() => fourEyes('offl_1', 'offl_2'))).toBe('done')
})
