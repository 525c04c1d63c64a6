import { Migration } from '@medusajs/framework/mikro-orm/migrations'
import { MESSAGE_HIDE_REASONS, MESSAGE_SIDES } from '../sides'

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`
const among = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ')
const NUMBERS = ['last_no', 'buyer_last_no', 'seller_last_no', 'buyer_read_no', 'seller_read_no']

/** Messages between the buyer and the seller of an order, and how far each side has read. */
export class Migration20261124105371 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "order_conversation" ("order_id" text not null, "group_id" text not null, "producer_id" text not null, ${NUMBERS.map((number) => `"${number}" integer check ("${number}" >= 0) not null default 0`).join(', ')}, "buyer_read_at" timestamptz null, "seller_read_at" timestamptz null, ${TIMES}, constraint "order_conversation_pkey" primary key ("order_id"), constraint "order_conversation_numbers" check (greatest("buyer_last_no", "seller_last_no") = "last_no" and greatest("buyer_read_no", "seller_read_no") <= "last_no"));`,
    )
    this.addSql(
      `create table if not exists "order_message" ("id" text not null, "order_id" text not null, "no" integer check ("no" > 0) not null, "key" text not null, "side" text check ("side" in (${among(MESSAGE_SIDES)})) not null, "author_id" text null, "body" text null, "written_at" timestamptz not null, "erased_at" timestamptz null, "hide_reason" text check ("hide_reason" in (${among(MESSAGE_HIDE_REASONS)})) null, "hidden_at" timestamptz null, "hidden_by" text null, ${TIMES}, constraint "order_message_pkey" primary key ("id"), constraint "order_message_erased" check (("body" is null) = ("erased_at" is not null)), constraint "order_message_hidden" check (("hide_reason" is null) = ("hidden_at" is null)));`,
    )
    for (const index of [
      `INDEX IF NOT EXISTS "IDX_order_conversation_group" ON "order_conversation" ("group_id")`,
      `INDEX IF NOT EXISTS "IDX_order_conversation_unread" ON "order_conversation" ("producer_id") WHERE buyer_last_no > seller_read_no`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_order_message_no_unique" ON "order_message" ("order_id", "no")`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_order_message_key_unique" ON "order_message" ("order_id", "key")`,
      `INDEX IF NOT EXISTS "IDX_order_message_written" ON "order_message" ("written_at") WHERE body IS NOT NULL`,
    ]) {
      this.addSql(`CREATE ${index};`)
    }
  }

  override async down(): Promise<void> {
    for (const table of ['order_message', 'order_conversation']) this.addSql(`drop table if exists "${table}" cascade;`)
  }
}
