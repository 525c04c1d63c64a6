import { MedusaError } from '@medusajs/framework/utils'
import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { PRODUCER_MODULE } from '../../../modules/producer'
import type { ProducerModuleService } from '../../../modules/producer/service'
import type { MemberRole } from '../../../producers/member-verbs'

export interface MemberChange {
  producerId: string
  memberId: string
  name?: string | undefined
  phone?: string | null | undefined
  role?: MemberRole | undefined
  status?: 'active' | 'suspended' | undefined
}

/** Changes a member of a producer; the undo puts back what was. Throws NOT_FOUND when the producer has no such member. */
export const changeMemberStep = createStep(
  'change-producer-member',
  async ({ producerId, memberId, ...change }: MemberChange, { container }) => {
    const producers: ProducerModuleService = container.resolve(PRODUCER_MODULE)
    const [before] = await producers.listProducerMembers({ id: memberId, producer_id: producerId }, { take: 1 })
    if (!before) throw new MedusaError(MedusaError.Types.NOT_FOUND, `Producer has no member "${memberId}".`)
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
    await producers.updateProducerMembers({ id: memberId, ...given })
    const { name, phone, role, status } = before
    return new StepResponse(before.email, { id: memberId, name, phone, role, status })
  },
  async (before, { container }) => {
    if (!before) return
    const producers: ProducerModuleService = container.resolve(PRODUCER_MODULE)
    await producers.updateProducerMembers(before)
  },
)
