import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/knex'
import type { Context } from '@medusajs/framework/types'
import { InjectManager, MedusaContext, MedusaService } from '@medusajs/framework/utils'
import type { DeliveryMethod } from '../../checkout/delivery-methods'
import { CartChoice } from './models/cart-choice'
import { CartCode } from './models/cart-code'
import { DeliveryRate } from './models/delivery-rate'
import { IdempotentAnswer } from './models/idempotent-answer'

const KEEP_ANSWER = `
  INSERT INTO idempotent_answer (key, body_hash, answer, expires_at)
  VALUES (?, ?, ?::jsonb, now() + interval '24 hours') ON CONFLICT (key) DO NOTHING`

const KEEP_CHOICE = `
  INSERT INTO cart_choice (key, cart_id, producer_id, method, shop_id) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT (key) DO UPDATE SET method = excluded.method, shop_id = excluded.shop_id, updated_at = now(), deleted_at = NULL`

const PURGE = 'DELETE FROM idempotent_answer WHERE expires_at < now()'

/** What buyers chose for their carts, delivery rates, and the answers given to repeated requests. */
export class CheckoutModuleService extends MedusaService({
  CartChoice,
  CartCode,
  DeliveryRate,
  IdempotentAnswer,
}) {
  /** Keeps how one producer's goods of a cart are delivered; a later choice takes the place of an earlier one. */
  @InjectManager()
  async keepChoice(
    choice: { key: string; cart_id: string; producer_id: string; method: DeliveryMethod; shop_id: string | null },
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<void> {
    const { key, cart_id, producer_id, method, shop_id } = choice
    await context.manager?.execute(KEEP_CHOICE, [key, cart_id, producer_id, method, shop_id])
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
