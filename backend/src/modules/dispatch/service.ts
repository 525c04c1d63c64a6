import type { InferTypeOf } from '@medusajs/framework/types'
import { MedusaService } from '@medusajs/framework/utils'
import { DispatchMessage } from './models/dispatch-message'

export type DispatchMessageDTO = InferTypeOf<typeof DispatchMessage>

/** Reads messages; `dispatchIn` and the job that sends write them. */
export class DispatchModuleService extends MedusaService({ DispatchMessage }) {}
