import type { HeldPost } from '../officials/held-post'
import { OFFICIAL_VERBS } from '../officials/official-verbs'
import { audienceKey, officialReader, producerReader } from './audience-key'

const POST: HeldPost = {
  id: 'opost_1',
  role: 'commune_officer',
  level: 'commune',
  provinceCode: '08',
  communeCode: '02260',
  centreId: null,
  unitName: 'UBND xã Hồng Thái',
  from: '2026-06-01',
  to: null,
}

it('tells a producer’s people what their producer is told', () => {
  expect(producerReader({ memberId: 'pmem_1', producerId: 'producer_1' })).toEqual({
    readerId: 'pmem_1',
    audiences: [{ audience: audienceKey({ producerId: 'producer_1' }), since: null }],
  })
})

it('tells officials what their posts are told at exactly their place, from the first day at +07 on', () => {
  const { readerId, audiences } = officialReader({ officialId: 'offl_1', posts: [POST] })
  expect(readerId).toBe('offl_1')
  expect(audiences).toHaveLength(1 + OFFICIAL_VERBS.commune_officer.length)
  const own = audienceKey({ provinceCode: '08', communeCode: '02260', verb: 'dossier:return' })
  expect(audiences).toContainEqual({ audience: own, since: '2026-05-31T17:00:00.000Z' })
  const province = audienceKey({ provinceCode: '08', verb: 'dossier:return' })
  expect(audiences.map(({ audience }) => audience)).not.toContain(province)
})

it('asks once for a verb held under two posts of a place, from the earlier of them on', () => {
  const leader: HeldPost = { ...POST, id: 'opost_2', role: 'commune_leader', from: '2026-01-01' }
  const { audiences } = officialReader({ officialId: 'offl_1', posts: [POST, leader] })
  const shared = audienceKey({ provinceCode: '08', communeCode: '02260', verb: 'dossier:return' })
  expect(audiences.filter(({ audience }) => audience === shared)).toEqual([
    { audience: shared, since: '2025-12-31T17:00:00.000Z' },
  ])
})

it('keeps the ministry, a province and a commune apart', () => {
  const verb = 'decision:sign' as const
  const keys = [
    { provinceCode: null, verb },
    { provinceCode: '08', verb },
    { provinceCode: '08', communeCode: '02260', verb },
  ].map((audience) => audienceKey(audience))
  expect(new Set(keys).size).toBe(3)
})
