import type { MedusaContainer } from '@medusajs/framework/types'
import { PRODUCER_MODULE } from '../src/modules/producer'
import type { ProducerModuleService } from '../src/modules/producer/service'
import { createInspectorWorkflow } from '../src/workflows/inspection/workflows/create-inspector'
import { createProducerMemberWorkflow } from '../src/workflows/producer/workflows/create-producer-member'
import { foundCentreWorkflow } from '../src/workflows/promotion-centre/workflows/found-centre'
import { makeOfficial, samplePost } from './sample-officials'
import { addSecondProducer, makeSampleShop, type SampleShop } from './sample-shop'

/** Two tenants of each kind: those who ask, and the others whose rows they must not reach. */
export interface Cast {
  shop: SampleShop
  /** Product of the other producer. */
  lotus: { id: string; handle: string; variantIds: string[] }
  producer: Pair
  centre: Pair
}

interface Pair {
  own: string
  other: string
}

/** Login addresses by part; `…2` is the other tenant's. */
export const LOGINS = {
  producer: ['producer', 'htx@example.com'],
  producer2: ['producer', 'ho@example.com'],
  inspector: ['inspector', 'kt@example.com'],
  inspector2: ['inspector', 'kt2@example.com'],
  commune: ['official', 'xa@example.com'],
  province: ['official', 'tinh@example.com'],
  province2: ['official', 'tinh2@example.com'],
  centreSeller: ['official', 'ban-hang@example.com'],
  centreManager: ['official', 'quan-ly@example.com'],
} as const

const BY = { type: 'system' as const, id: 'test', name: 'Bộ kiểm thử', post: null }

/** Makes everybody but the operator and the customers, in Tuyên Quang (08) and Đồng Tháp (82). */
export async function makeCast(container: MedusaContainer, password: string): Promise<Cast> {
  const shop = await makeSampleShop(container)
  const lotus = await addSecondProducer(container, shop)
  const producers: ProducerModuleService = container.resolve(PRODUCER_MODULE)
  const idOf = async (handle: string) => (await producers.listProducers({ handle }, { take: 1 }))[0]?.id ?? ''
  const producer = { own: await idOf('htx-son-tra'), other: await idOf('ho-sen-hong') }
  const found = async (provinceCode: string, name: string) =>
    (await foundCentreWorkflow(container).run({ input: { provinceCode, name, unit: 'Sở Công Thương', by: BY } })).result
  const centre = { own: await found('08', 'Trung tâm một'), other: await found('82', 'Trung tâm hai') }
  for (const [producerId, email] of [
    [producer.own, LOGINS.producer[1]],
    [producer.other, LOGINS.producer2[1]],
  ] as const) {
    await createProducerMemberWorkflow(container).run({
      input: { producerId, name: 'Chị Mai', email, password, role: 'owner' },
    })
  }
  for (const [code, email] of [
    ['08', LOGINS.inspector[1]],
    ['82', LOGINS.inspector2[1]],
  ] as const) {
    await createInspectorWorkflow(container).run({
      input: { name: 'Kiểm tra', email, password, agency: 'Đội 1', provinceCodes: [code] },
    })
  }
  await makeOfficial(container, LOGINS.commune[1], password, [samplePost('commune_officer')])
  await makeOfficial(container, LOGINS.province[1], password, [samplePost('province_officer')])
  await makeOfficial(container, LOGINS.province2[1], password, [samplePost('province_officer', { provinceCode: '82' })])
  await makeOfficial(container, LOGINS.centreSeller[1], password, [
    samplePost('centre_seller', { centreId: centre.own }),
  ])
  await makeOfficial(container, LOGINS.centreManager[1], password, [
    samplePost('centre_manager', { centreId: centre.own }),
  ])
  return { shop, lotus, producer, centre }
}
