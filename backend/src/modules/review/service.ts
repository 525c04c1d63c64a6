import { MedusaService } from '@medusajs/framework/utils'
import { ProductRating } from './models/product-rating'
import { Review } from './models/review'
import { ReviewFile } from './models/review-file'

/** Reads reviews. They are written with their sums by `inTransaction` alone (src/reviews). */
export class ReviewModuleService extends MedusaService({ Review, ReviewFile, ProductRating }) {}
