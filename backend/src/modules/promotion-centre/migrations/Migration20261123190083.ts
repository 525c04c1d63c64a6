import { Migration } from '@medusajs/framework/mikro-orm/migrations'

const MADE = `"created_at" timestamptz not null default now()`

/** Consigned goods, counter sales and stock-takes. These rows are written in SQL transactions over several modules only. */
export class Migration20261123190083 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "consignment_paper" ("id" text not null, "request_key" text not null, "number" text not null, "kind" text not null check ("kind" in ('receipt', 'return', 'loss', 'move', 'count', 'correction')), "centre_id" text not null, "shop_id" text not null, "to_shop_id" text null, "producer_id" text null, "handed_by" text null, "note" text null, "corrects" text null, "done_by" text not null, "done_by_name" text not null, "at" timestamptz not null, "sample" boolean not null default false, ${MADE}, constraint "consignment_paper_pkey" primary key ("id"), constraint "consignment_paper_move" check (("kind" = 'move') = ("to_shop_id" is not null) or "kind" = 'correction'), constraint "consignment_paper_producer" check ("kind" not in ('receipt', 'return') or "producer_id" is not null));`,
    )
    this.addSql(
      `create table if not exists "consignment_stock" ("shop_id" text not null, "variant_id" text not null, "lot_no" text not null default '', "centre_id" text not null, "producer_id" text not null, "product_id" text not null, "quantity" integer not null, "expires_on" text null, "first_at" timestamptz not null default now(), constraint "consignment_stock_pkey" primary key ("shop_id", "variant_id", "lot_no"), constraint "consignment_stock_never_negative" check ("quantity" >= 0));`,
    )
    this.addSql(
      `create table if not exists "consignment_price" ("shop_id" text not null, "variant_id" text not null, "price" bigint not null check ("price" > 0), "changed_at" timestamptz not null default now(), constraint "consignment_price_pkey" primary key ("shop_id", "variant_id"));`,
    )
    this.addSql(
      `create table if not exists "consignment_movement" ("id" text not null, "kind" text not null check ("kind" in ('receipt', 'return', 'loss', 'move', 'count', 'correction', 'sale', 'void')), "paper_id" text null, "sale_id" text null, "centre_id" text not null, "shop_id" text not null, "producer_id" text not null, "product_id" text not null, "variant_id" text not null, "lot_no" text not null, "quantity" integer not null check ("quantity" <> 0), "unit_price" bigint null, "at" timestamptz not null, ${MADE}, constraint "consignment_movement_pkey" primary key ("id"), constraint "consignment_movement_reason" check (("paper_id" is null) <> ("sale_id" is null)));`,
    )
    this.addSql(
      `create table if not exists "till_close" ("id" text not null, "centre_id" text not null, "shop_id" text not null, "request_key" text not null, "expected_cash" bigint not null, "counted_cash" bigint not null check ("counted_cash" >= 0), "difference" bigint not null, "transfers" bigint not null, "sales" integer not null, "note" text null, "closed_by" text not null, "closed_by_name" text not null, "at" timestamptz not null, ${MADE}, constraint "till_close_pkey" primary key ("id"), constraint "till_close_difference" check ("difference" = "counted_cash" - "expected_cash"), constraint "till_close_note" check ("difference" = 0 or "note" is not null));`,
    )
    this.addSql(
      `create table if not exists "counter_sale" ("id" text not null, "client_id" text not null, "number" text not null, "centre_id" text not null, "shop_id" text not null, "method" text not null check ("method" in ('cash', 'transfer')), "total" bigint not null check ("total" > 0), "tendered" bigint null, "bank_reference" text null, "offline" boolean not null default false, "sold_at" timestamptz not null, "device_at" timestamptz not null, "booked_at" timestamptz not null, "seller_id" text not null, "seller_name" text not null, "state" text not null default 'booked' check ("state" in ('booked', 'voided')), "void_reason" text null, "voided_by" text null, "voided_at" timestamptz null, "close_id" text null, "digest" text not null, "sample" boolean not null default false, ${MADE}, constraint "counter_sale_pkey" primary key ("id"), constraint "counter_sale_paid" check (case when "method" = 'cash' then "tendered" >= "total" and "bank_reference" is null else "bank_reference" is not null and "tendered" is null end), constraint "counter_sale_voided" check (("state" = 'voided') = ("void_reason" is not null and "voided_by" is not null and "voided_at" is not null)));`,
    )
    this.addSql(
      `create table if not exists "counter_sale_line" ("id" text not null, "sale_id" text not null, "position" integer not null, "producer_id" text not null, "product_id" text not null, "variant_id" text not null, "lot_no" text not null, "title" text not null, "quantity" integer not null check ("quantity" > 0), "unit_price" bigint not null check ("unit_price" > 0), "amount" bigint not null, "stars" integer null check ("stars" between 3 and 5), constraint "counter_sale_line_pkey" primary key ("id"), constraint "counter_sale_line_amount" check ("amount" = "unit_price" * "quantity"));`,
    )
    this.addSql(
      `create table if not exists "counter_unit" ("code" text not null, "sale_id" text not null, constraint "counter_unit_pkey" primary key ("code"));`,
    )
    this.addSql(
      `create table if not exists "counter_query" ("id" text not null, "client_id" text not null, "centre_id" text not null, "shop_id" text not null, "code" text not null, "sale" jsonb not null, "method" text not null, "total" bigint not null, "seller_id" text not null, "seller_name" text not null, "state" text not null default 'waiting' check ("state" in ('waiting', 'booked', 'settled')), "outcome" text null, "settled_by" text null, "settled_by_name" text null, "settled_at" timestamptz null, "close_id" text null, "returned" boolean not null default false, "returned_close_id" text null, "at" timestamptz not null, ${MADE}, constraint "counter_query_pkey" primary key ("id"), constraint "counter_query_settled" check (("state" = 'waiting') = ("settled_at" is null)), constraint "counter_query_outcome" check ("state" <> 'settled' or "outcome" is not null));`,
    )
    this.addSql(
      `create table if not exists "stock_take" ("id" text not null, "centre_id" text not null, "shop_id" text not null, "blind" boolean not null, "state" text not null default 'counting' check ("state" in ('counting', 'counted', 'approved', 'dropped')), "opened_by" text not null, "opened_by_name" text not null, "counted_by" text null, "counted_by_name" text null, "approved_by" text null, "approved_by_name" text null, "opened_at" timestamptz not null, "counted_at" timestamptz null, "approved_at" timestamptz null, "note" text null, "paper_id" text null, constraint "stock_take_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create table if not exists "stock_take_line" ("take_id" text not null, "variant_id" text not null, "lot_no" text not null, "producer_id" text not null, "product_id" text not null, "expected" integer not null check ("expected" >= 0), "counted" integer null check ("counted" >= 0), constraint "stock_take_line_pkey" primary key ("take_id", "variant_id", "lot_no"));`,
    )
    const indexes = [
      `UNIQUE INDEX IF NOT EXISTS "IDX_consignment_paper_key_unique" ON "consignment_paper" ("centre_id", "request_key")`,
      `INDEX IF NOT EXISTS "IDX_consignment_paper_shop" ON "consignment_paper" ("shop_id", "at")`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_consignment_paper_corrects_unique" ON "consignment_paper" ("corrects") WHERE corrects IS NOT NULL`,
      `INDEX IF NOT EXISTS "IDX_consignment_movement_shop" ON "consignment_movement" ("shop_id", "variant_id", "lot_no")`,
      `INDEX IF NOT EXISTS "IDX_consignment_movement_paper" ON "consignment_movement" ("paper_id")`,
      `INDEX IF NOT EXISTS "IDX_consignment_movement_sale" ON "consignment_movement" ("sale_id")`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_counter_sale_client_unique" ON "counter_sale" ("client_id")`,
      `INDEX IF NOT EXISTS "IDX_counter_sale_shop" ON "counter_sale" ("shop_id", "sold_at")`,
      `INDEX IF NOT EXISTS "IDX_counter_sale_open" ON "counter_sale" ("shop_id") WHERE close_id IS NULL`,
      `INDEX IF NOT EXISTS "IDX_counter_sale_line_sale" ON "counter_sale_line" ("sale_id", "position")`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_counter_query_client_unique" ON "counter_query" ("client_id")`,
      `INDEX IF NOT EXISTS "IDX_counter_query_waiting" ON "counter_query" ("shop_id") WHERE state = 'waiting'`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_till_close_key_unique" ON "till_close" ("shop_id", "request_key")`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_stock_take_open_unique" ON "stock_take" ("shop_id") WHERE state IN ('counting', 'counted')`,
    ]
    for (const index of indexes) this.addSql(`CREATE ${index};`)
    this.addSql(
      `create or replace function consignment_is_insert_only() returns trigger language plpgsql as $$ begin raise exception '% is insert-only', tg_table_name; end $$;`,
    )
    for (const table of ['consignment_paper', 'consignment_movement', 'counter_sale_line', 'till_close']) {
      this.addSql(
        `create or replace trigger ${table}_insert_only before update or delete on "${table}" for each row execute function consignment_is_insert_only();`,
      )
    }
  }

  override async down(): Promise<void> {
    for (const table of [
      'stock_take_line',
      'stock_take',
      'counter_query',
      'counter_unit',
      'counter_sale_line',
      'counter_sale',
      'till_close',
      'consignment_movement',
      'consignment_price',
      'consignment_stock',
      'consignment_paper',
    ]) {
      this.addSql(`drop table if exists "${table}" cascade;`)
    }
    this.addSql(`drop function if exists consignment_is_insert_only();`)
  }
}
