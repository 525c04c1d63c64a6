import type { InferTypeOf } from '@medusajs/framework/types'
import { MedusaService } from '@medusajs/framework/utils'
import { AuditEntry } from './models/audit-entry'

export type AuditEntryDTO = InferTypeOf<typeof AuditEntry>

/** Nhật ký: what was done, by whom and when. */
export class AuditModuleService extends MedusaService({ AuditEntry }) {}
