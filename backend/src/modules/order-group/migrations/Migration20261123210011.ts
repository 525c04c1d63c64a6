import { Migration } from '@medusajs/framework/mikro-orm/migrations'

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`

/** Order groups and the seller orders in them. */
export class Migration20261123210011 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "order_group" ("id" text not null, "display_no" text not null, "cart_id" text not null, "customer_id" text null, "email" text null, "phone" text not null, "buyer_hash" text not null, "method" text check ("method" in ('vnpay', 'bank_transfer', 'cod')) not null, "state" text check ("state" in ('placing', 'awaiting_payment', 'placed', 'expired', 'canceled')) not null, "total" bigint check ("total" >= 0) not null, "paid_at" timestamptz null, "expires_at" timestamptz null, "placed_at" timestamptz not null, "closed_at" timestamptz null, "order_ids" text[] not null, "sample" boolean not null default false, ${TIMES}, constraint "order_group_pkey" primary key ("id"), constraint "order_group_expiry" check ("state" <> 'awaiting_payment' or "expires_at" is not null));`,
    )
    this.addSql(
      `create table if not exists "seller_order" ("order_id" text not null, "group_id" text not null references "order_group" ("id"), "position" integer not null, "producer_id" text not null, "centre_id" text null, "delivery_method" text check ("delivery_method" in ('flat', 'by_weight', 'pick_up')) not null, "shop_id" text null, "goods" bigint check ("goods" >= 0) not null, "discount" bigint check ("discount" between 0 and "goods") not null, "shipping" bigint check ("shipping" >= 0) not null, "total" bigint check ("total" = "goods" - "discount" + "shipping") not null, "refunded" bigint check ("refunded" between 0 and "total") not null default 0, "state" text check ("state" in ('awaiting_payment', 'to_confirm', 'confirmed', 'packed', 'shipped', 'delivered', 'refused', 'canceled')) not null, "confirmed_at" timestamptz null, "packed_at" timestamptz null, "shipped_at" timestamptz null, "delivered_at" timestamptz null, "closed_at" timestamptz null, "close_reason" text null, "closed_by" text null, ${TIMES}, constraint "seller_order_pkey" primary key ("order_id"), constraint "seller_order_shop" check (("delivery_method" = 'pick_up') = ("shop_id" is not null)));`,
    )
    // Deleting a row softly would let a cart be ordered twice: these hold for every row.
    for (const index of [
      `UNIQUE INDEX IF NOT EXISTS "IDX_order_group_cart_unique" ON "order_group" ("cart_id")`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_order_group_display_no_unique" ON "order_group" ("display_no")`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_seller_order_position_unique" ON "seller_order" ("group_id", "position")`,
      `INDEX IF NOT EXISTS "IDX_order_group_customer" ON "order_group" ("customer_id", "placed_at") WHERE customer_id IS NOT NULL`,
      `INDEX IF NOT EXISTS "IDX_order_group_expires" ON "order_group" ("expires_at") WHERE state = 'awaiting_payment'`,
      `INDEX IF NOT EXISTS "IDX_order_group_placing" ON "order_group" ("placed_at") WHERE state = 'placing'`,
      `INDEX IF NOT EXISTS "IDX_seller_order_group" ON "seller_order" ("group_id")`,
      `INDEX IF NOT EXISTS "IDX_seller_order_producer" ON "seller_order" ("producer_id", "state", "order_id")`,
      `INDEX IF NOT EXISTS "IDX_seller_order_centre" ON "seller_order" ("centre_id", "state") WHERE centre_id IS NOT NULL`,
      `INDEX IF NOT EXISTS "IDX_seller_order_shop" ON "seller_order" ("shop_id", "state") WHERE shop_id IS NOT NULL`,
    ]) {
      this.addSql(`CREATE ${index};`)
    }
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "seller_order" cascade;`)
    this.addSql(`drop table if exists "order_group" cascade;`)
  }
}
