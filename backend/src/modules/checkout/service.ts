import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/knex'
import type { Context } from '@medusajs/framework/types'
import { InjectManager, MedusaContext, MedusaService } from '@medusajs/framework/utils'
import { CartPlacement } from './models/cart-placement'
import { IdempotentAnswer } from './models/idempotent-answer'

const KEEP_PLACEMENT = `
  INSERT INTO cart_placement (cart_id, order_id, display_id, total, raw_total, placed_at)
  VALUES (?, ?, ?, ?, ?::jsonb, now()) ON CONFLICT (cart_id) DO NOTHING`

const KEEP_ANSWER = `
  INSERT INTO idempotent_answer (key, body_hash, answer, expires_at)
  VALUES (?, ?, ?::jsonb, now() + interval '24 hours') ON CONFLICT (key) DO NOTHING`

const PURGE = 'DELETE FROM idempotent_answer WHERE expires_at < now()'

export interface Placement {
  cartId: string
  orderId: string
  displayId: number
  /** Whole đồng. */
  total: number
}

/** Which cart became which order, and the answers given to repeated requests. */
export class CheckoutModuleService extends MedusaService({ CartPlacement, IdempotentAnswer }) {
  /** Notes that a cart is an order now. The first note stays. */
  @InjectManager()
  async keepPlacement(placement: Placement, @MedusaContext() context: Context<SqlEntityManager> = {}): Promise<void> {
    await context.manager?.execute(KEEP_PLACEMENT, [
      placement.cartId,
      placement.orderId,
      placement.displayId,
      placement.total,
      JSON.stringify({ value: String(placement.total), precision: 20 }),
    ])
  }

  /** Keeps an answer for 24 hours. The first one given to a key stays. */
  @InjectManager()
  async keepAnswer(
    kept: { key: string; bodyHash: string; answer: Record<string, unknown> },
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<void> {
    await context.manager?.execute(KEEP_ANSWER, [kept.key, kept.bodyHash, JSON.stringify(kept.answer)])
  }

  /** Deletes answers older than 24 hours. */
  @InjectManager()
  async purgeAnswers(@MedusaContext() context: Context<SqlEntityManager> = {}): Promise<void> {
    await context.manager?.execute(PURGE)
  }
}
