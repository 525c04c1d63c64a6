import type { InferTypeOf } from '@medusajs/framework/types'
import { MedusaService } from '@medusajs/framework/utils'
import { Official } from './models/official'
import { OfficialPost } from './models/official-post'

export type OfficialDTO = InferTypeOf<typeof Official>
export type OfficialPostDTO = InferTypeOf<typeof OfficialPost>

/** Cán bộ: officials and the posts they hold. */
export class OfficialModuleService extends MedusaService({ Official, OfficialPost }) {}
