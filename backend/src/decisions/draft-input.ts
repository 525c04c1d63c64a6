import type { Signatory } from '../modules/recognition/rows'
import type { HeldPost } from '../officials/held-post'
import type { AuditActor } from '../officials/record-audit'
import type { DraftRows } from './draft-rows'

/** A draft as an official writes it; level and place follow from their post. */
export interface DraftContent {
  authority: string
  legalBasis: string
  evaluationRef: string | null
  content: DraftRows
}

export interface DraftDecisionInput extends DraftContent {
  by: AuditActor
  /** The post under which they draft. */
  post: Pick<HeldPost, 'level' | 'provinceCode'>
  /** Day of drafting at +07. */
  today: string
  sample: boolean
}

export interface ChangeDraftInput extends DraftContent {
  by: AuditActor
  draftId: string
  version: number
  today: string
}

export interface DropDraftInput {
  by: AuditActor
  draftId: string
  version: number
}

export interface SignDecisionInput {
  by: AuditActor
  /** The post under which they sign. */
  post: Pick<HeldPost, 'level' | 'provinceCode'>
  draftId: string
  /** The draft as the signer has read it. */
  version: number
  number: string
  /** yyyy-mm-dd at +07. */
  date: string
  signatories: Signatory[]
  lateReason: string | null
  today: string
}

/** The level of decisions that a post may draft and sign. */
export function decidingLevel({ level }: Pick<HeldPost, 'level'>): 'province' | 'central' {
  return level === 'ministry' ? 'central' : 'province'
}
