import { MedusaService } from '@medusajs/framework/utils'
import { ProductRating } from './models/product-rating'
import { Review } from './models/review'

/** Reads reviews. They are written by `inTransaction` alone (src/reviews): the counts change with them. */
export class ReviewModuleService extends MedusaService({ Review, ProductRating }) {}
