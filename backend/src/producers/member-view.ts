import type { ProducerMemberDTO } from '../modules/producer/service'
import type { MemberRole } from './member-verbs'

/** A person of a producer, as its own people and the operator see it. */
export interface MemberView {
  id: string
  name: string
  email: string
  phone: string | null
  role: MemberRole
  status: 'active' | 'suspended'
}

export function toMemberView({ id, name, email, phone, role, status }: ProducerMemberDTO): MemberView {
  return { id, name, email, phone, role, status }
}
