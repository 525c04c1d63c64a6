import { Migration } from '@medusajs/framework/mikro-orm/migrations'

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`

/** Promotions by code and their uses. */
export class Migration20261123211013 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "promotion_offer" ("id" text not null, "code" text check ("code" = upper("code")) not null, "title_vi" text not null, "title_en" text not null, "kind" text check ("kind" in ('percent', 'amount', 'free_delivery')) not null, "value" bigint check ("value" > 0) null, "bearer" text check ("bearer" in ('producer', 'centre', 'platform')) not null, "centre_id" text null, "scope" text check ("scope" in ('all', 'producer', 'products')) not null, "producer_id" text null, "product_ids" text[] not null default '{}', "min_spend" bigint check ("min_spend" >= 0) not null default 0, "max_discount" bigint check ("max_discount" > 0) null, "first_day" text not null, "last_day" text null, "max_uses" integer check ("max_uses" > 0) null, "max_uses_per_buyer" integer check ("max_uses_per_buyer" > 0) null, "stacking_group" text not null, "uses" integer not null default 0, "ended_at" timestamptz null, "sample" boolean not null default false, ${TIMES}, constraint "promotion_offer_pkey" primary key ("id"), constraint "promotion_offer_value" check (("kind" = 'free_delivery') = ("value" is null) and ("kind" <> 'percent' or "value" <= 10000)), constraint "promotion_offer_days" check ("last_day" is null or "first_day" <= "last_day"), constraint "promotion_offer_uses" check ("uses" >= 0 and ("max_uses" is null or "uses" <= "max_uses")), constraint "promotion_offer_bearer" check (("bearer" = 'centre') = ("centre_id" is not null)), constraint "promotion_offer_scope" check (("scope" = 'producer') <= ("producer_id" is not null) and ("bearer" <> 'producer' or "producer_id" is not null)));`,
    )
    this.addSql(
      `create table if not exists "promotion_use" ("key" text not null, "offer_id" text not null references "promotion_offer" ("id"), "group_id" text not null, "buyer_hash" text not null, "email_hash" text null, "amount" bigint check ("amount" > 0) not null, "released_at" timestamptz null, ${TIMES}, constraint "promotion_use_pkey" primary key ("key"));`,
    )
    for (const index of [
      `UNIQUE INDEX IF NOT EXISTS "IDX_promotion_offer_code_unique" ON "promotion_offer" ("code") WHERE deleted_at IS NULL`,
      `INDEX IF NOT EXISTS "IDX_promotion_offer_producer" ON "promotion_offer" ("producer_id") WHERE producer_id IS NOT NULL`,
      `INDEX IF NOT EXISTS "IDX_promotion_use_buyer" ON "promotion_use" ("offer_id", "buyer_hash") WHERE released_at IS NULL`,
      `INDEX IF NOT EXISTS "IDX_promotion_use_email" ON "promotion_use" ("offer_id", "email_hash") WHERE released_at IS NULL`,
      `INDEX IF NOT EXISTS "IDX_promotion_use_group" ON "promotion_use" ("group_id")`,
    ]) {
      this.addSql(`CREATE ${index};`)
    }
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "promotion_use" cascade;`)
    this.addSql(`drop table if exists "promotion_offer" cascade;`)
  }
}
