import { MedusaError } from '@medusajs/framework/utils'
import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { PRODUCER_MODULE } from '../../../modules/producer'
import type { ProducerModuleService } from '../../../modules/producer/service'
import type { MemberRole } from '../../../producers/member-verbs'

export interface NewMember {
  producerId: string
  name: string
  email: string
  phone: string | null
  role: MemberRole
  sample: boolean
}

/** Makes a member of a producer; the undo takes the row away. Throws NOT_FOUND for an unknown producer. Out: the member's id. */
export const createMemberStep = createStep(
  'create-producer-member',
  async ({ producerId, ...member }: NewMember, { container }) => {
    const producers: ProducerModuleService = container.resolve(PRODUCER_MODULE)
    const [producer] = await producers.listProducers({ id: producerId }, { take: 1, select: ['id'] })
    if (!producer) throw new MedusaError(MedusaError.Types.NOT_FOUND, `Producer "${producerId}" does not exist.`)
    const made = await producers.createProducerMembers({ ...member, producer_id: producer.id })
    return new StepResponse(made.id, made.id)
  },
  async (memberId, { container }) => {
    if (!memberId) return
    const producers: ProducerModuleService = container.resolve(PRODUCER_MODULE)
    await producers.deleteProducerMembers(memberId)
  },
)
