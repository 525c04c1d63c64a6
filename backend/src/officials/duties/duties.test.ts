import type { MedusaContainer } from '@medusajs/framework/types'
import type { HeldPost } from '../held-post'
import type { OfficialScope } from '../official-scope'
import { workList } from './duties'
import type { Duty } from './duty'
import { postEnds } from './post-ends'

const POST: HeldPost = {
  id: 'opost_1',
  role: 'commune_officer',
  level: 'commune',
  provinceCode: '08',
  communeCode: '02260',
  centreId: null,
  unitName: 'UBND xã Hồng Thái',
  from: '2026-01-01',
  to: null,
}
const OFFICIAL: OfficialScope = { officialId: 'offl_1', name: 'A', sample: true, day: '2026-11-23', posts: [POST] }
const nowhere = {} as MedusaContainer

function duty(dueOn: string | null, change: Partial<Duty> = {}): Duty {
  return { key: 'post_ends', count: 1, path: '/can-bo', dueOn, overdue: false, ...change }
}

it('puts what is overdue first, then what is due soonest, and leaves out what is nothing', async () => {
  const providers = {
    later: async () => [duty(null), duty('2026-12-01')],
    sooner: async () => [duty('2026-11-24'), duty('2026-11-23', { count: 0 })],
    late: async () => [duty('2026-11-30', { overdue: true })],
  }
  const { duties, whole } = await workList(nowhere, OFFICIAL, providers)
  expect(duties.map(({ dueOn }) => dueOn)).toEqual(['2026-11-30', '2026-11-24', '2026-12-01', null])
  expect(whole).toBe(true)
})

it('leaves the others standing when one part fails, and says that it is not whole', async () => {
  const providers = {
    fine: async () => [duty('2026-12-01')],
    broken: async () => {
      throw new Error('away')
    },
  }
  expect(await workList(nowhere, OFFICIAL, providers)).toMatchObject({
    duties: [{ dueOn: '2026-12-01' }],
    whole: false,
  })
})

it('announces a post that ends within 30 days, and no other', async () => {
  const ends = async (to: string | null) => (await postEnds(nowhere, { ...OFFICIAL, posts: [{ ...POST, to }] })).length
  expect([await ends(null), await ends('2026-12-24'), await ends('2026-12-23'), await ends('2026-11-23')]).toEqual([
    0, 0, 1, 1,
  ])
})
