import { MedusaService } from '@medusajs/framework/utils'

/** Holds no data: the module exists for its migration, which gives PostgreSQL the text search configuration of the shop. */
export class VietnameseTextService extends MedusaService({}) {}
