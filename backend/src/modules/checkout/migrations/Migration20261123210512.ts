import { Migration } from '@medusajs/framework/mikro-orm/migrations'

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`

/** What a buyer chose for a cart, and dated delivery rates. Which cart became which order is told by `order_group` now, of older orders by `order_cart`. */
export class Migration20261123210512 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`drop table if exists "cart_placement" cascade;`)
    this.addSql(
      `create table if not exists "cart_choice" ("key" text not null, "cart_id" text not null, "producer_id" text not null, "method" text check ("method" in ('flat', 'by_weight', 'pick_up')) not null, "shop_id" text null, ${TIMES}, constraint "cart_choice_pkey" primary key ("key"), constraint "cart_choice_shop" check (("method" = 'pick_up') = ("shop_id" is not null)));`,
    )
    this.addSql(
      `create table if not exists "cart_code" ("key" text not null, "cart_id" text not null, "code" text not null, ${TIMES}, constraint "cart_code_pkey" primary key ("key"));`,
    )
    this.addSql(
      `create table if not exists "delivery_rate" ("id" text not null, "producer_id" text null, "method" text check ("method" in ('flat', 'by_weight')) not null, "first_grams" integer check ("first_grams" >= 0) null, "first_fee" integer check ("first_fee" >= 0) not null, "step_grams" integer check ("step_grams" > 0) null, "step_fee" integer check ("step_fee" >= 0) null, "max_grams" integer check ("max_grams" > 0) null, "valid_from" text not null, "valid_to" text null, "source" text not null, ${TIMES}, constraint "delivery_rate_pkey" primary key ("id"), constraint "delivery_rate_days" check ("valid_to" is null or "valid_from" <= "valid_to"), constraint "delivery_rate_weight" check (("method" = 'by_weight') = ("first_grams" is not null and "step_grams" is not null and "step_fee" is not null)));`,
    )
    for (const index of [
      `INDEX IF NOT EXISTS "IDX_cart_choice_cart" ON "cart_choice" ("cart_id")`,
      `INDEX IF NOT EXISTS "IDX_cart_code_cart" ON "cart_code" ("cart_id")`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_delivery_rate_unique" ON "delivery_rate" (coalesce("producer_id", ''), "method", "valid_from") WHERE deleted_at IS NULL`,
    ]) {
      this.addSql(`CREATE ${index};`)
    }
  }

  override async down(): Promise<void> {
    for (const table of ['cart_choice', 'cart_code', 'delivery_rate']) {
      this.addSql(`drop table if exists "${table}" cascade;`)
    }
  }
}
