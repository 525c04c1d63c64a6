import { Migration } from '@medusajs/framework/mikro-orm/migrations'
import { PARCEL_STATES, PARCEL_WITNESSES } from '../states'

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`
const among = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ')

/** Parcels with their lines, lots and scanned packages. */
export class Migration20261123215571 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "parcel" ("id" text not null, "key" text not null, "order_id" text not null, "group_id" text not null, "producer_id" text not null, "no" integer not null, "state" text check ("state" in (${among(PARCEL_STATES)})) not null default 'packing', "fulfillment_id" text null, "packed_by" text not null, "sample" boolean not null default false, "packed_at" timestamptz not null, "shipped_at" timestamptz null, "delivered_at" timestamptz null, "closed_at" timestamptz null, "witness" text check ("witness" in (${among(PARCEL_WITNESSES)})) null, "close_reason" text null, "carrier" text null, "tracking_no" text null, "cod_amount" bigint check ("cod_amount" >= 0) not null default 0, "joint_inspection" boolean not null default false, "told_at" timestamptz null, "taken_back_at" timestamptz null, "sellable" boolean null, ${TIMES}, constraint "parcel_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create table if not exists "parcel_line" ("id" text not null, "parcel_id" text not null references "parcel" ("id"), "order_id" text not null, "line_id" text not null, "product_id" text not null, "title" text not null, "quantity" integer check ("quantity" > 0) not null, ${TIMES}, constraint "parcel_line_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create table if not exists "parcel_lot" ("id" text not null, "parcel_id" text not null references "parcel" ("id"), "line_id" text not null, "product_id" text not null, "producer_id" text not null, "lot_ref" text not null, "lot_code" text not null, "best_before" text null, "packed_on" text null, "quantity" integer check ("quantity" > 0) not null, "amount" jsonb null, "reason" text null, ${TIMES}, constraint "parcel_lot_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create table if not exists "parcel_unit" ("id" text not null, "parcel_id" text not null references "parcel" ("id"), "line_id" text not null, "lot_ref" text not null, "code" text not null, "batch_no" integer not null, "unit_index" integer not null, "released_at" timestamptz null, ${TIMES}, constraint "parcel_unit_pkey" primary key ("id"));`,
    )
    for (const index of [
      `UNIQUE INDEX IF NOT EXISTS "IDX_parcel_key_unique" ON "parcel" ("producer_id", "key")`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_parcel_no_unique" ON "parcel" ("order_id", "no")`,
      `INDEX IF NOT EXISTS "IDX_parcel_group" ON "parcel" ("group_id")`,
      `INDEX IF NOT EXISTS "IDX_parcel_producer" ON "parcel" ("producer_id", "state", "packed_at")`,
      `INDEX IF NOT EXISTS "IDX_parcel_tracking" ON "parcel" ("tracking_no") WHERE tracking_no IS NOT NULL`,
      `INDEX IF NOT EXISTS "IDX_parcel_packing" ON "parcel" ("packed_at") WHERE state = 'packing'`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_parcel_line_unique" ON "parcel_line" ("parcel_id", "line_id")`,
      `INDEX IF NOT EXISTS "IDX_parcel_line_order" ON "parcel_line" ("order_id", "line_id")`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_parcel_lot_unique" ON "parcel_lot" ("parcel_id", "line_id", "lot_ref")`,
      `INDEX IF NOT EXISTS "IDX_parcel_lot_lot" ON "parcel_lot" ("producer_id", "lot_ref")`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_parcel_unit_held_unique" ON "parcel_unit" ("batch_no", "unit_index") WHERE released_at IS NULL`,
      `INDEX IF NOT EXISTS "IDX_parcel_unit_parcel" ON "parcel_unit" ("parcel_id")`,
    ]) {
      this.addSql(`CREATE ${index};`)
    }
  }

  override async down(): Promise<void> {
    for (const table of ['parcel_unit', 'parcel_lot', 'parcel_line', 'parcel']) {
      this.addSql(`drop table if exists "${table}" cascade;`)
    }
  }
}
