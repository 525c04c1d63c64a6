import { Migration } from '@medusajs/framework/mikro-orm/migrations'

const MADE = `"created_at" timestamptz not null default now()`

/** Fairs of a centre with their booths and what stands there. These rows are written in SQL transactions over several modules only. */
export class Migration20261124110345 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "centre_fair" ("id" text not null, "centre_id" text not null, "slug" text not null, "name" text not null, "place" text not null, "address" text not null, "province_code" text not null, "first_day" text not null, "last_day" text not null, "note" text null, "state" text not null default 'planned' check ("state" in ('planned', 'open', 'closed', 'cancelled')), "cancel_reason" text null, "made_by" text not null, "made_by_name" text not null, "sample" boolean not null default false, ${MADE}, "changed_at" timestamptz not null default now(), constraint "centre_fair_pkey" primary key ("id"), constraint "centre_fair_days" check ("first_day" <= "last_day"), constraint "centre_fair_cancelled" check (("state" = 'cancelled') = ("cancel_reason" is not null)));`,
    )
    this.addSql(
      `create table if not exists "fair_booth" ("id" text not null, "centre_id" text not null, "fair_id" text not null, "shop_id" text not null, "name" text not null, ${MADE}, constraint "fair_booth_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create table if not exists "fair_entry" ("id" text not null, "centre_id" text not null, "fair_id" text not null, "booth_id" text not null, "producer_id" text not null, "product_id" text not null, "variant_id" text not null, "price" bigint null check ("price" > 0), "note" text null, "position" integer not null check ("position" > 0), ${MADE}, constraint "fair_entry_pkey" primary key ("id"));`,
    )
    const indexes = [
      `UNIQUE INDEX IF NOT EXISTS "IDX_centre_fair_slug_unique" ON "centre_fair" ("slug")`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_centre_fair_name_unique" ON "centre_fair" ("centre_id", lower("name"), "first_day") WHERE state <> 'cancelled'`,
      `INDEX IF NOT EXISTS "IDX_centre_fair_last_day" ON "centre_fair" ("last_day") WHERE state IN ('planned', 'open')`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_fair_booth_shop_unique" ON "fair_booth" ("shop_id")`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_fair_booth_name_unique" ON "fair_booth" ("fair_id", lower("name"))`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_fair_entry_goods_unique" ON "fair_entry" ("booth_id", "variant_id")`,
      `INDEX IF NOT EXISTS "IDX_fair_entry_fair" ON "fair_entry" ("fair_id", "position")`,
    ]
    for (const index of indexes) this.addSql(`CREATE ${index};`)
  }

  override async down(): Promise<void> {
    for (const table of ['fair_entry', 'fair_booth', 'centre_fair']) {
      this.addSql(`drop table if exists "${table}" cascade;`)
    }
  }
}
