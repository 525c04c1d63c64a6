import { Migration } from '@medusajs/framework/mikro-orm/migrations'

const MADE = `"created_at" timestamptz not null default now()`

/** Supply contracts with retailers: what was agreed, and what was delivered. These rows are written in SQL transactions only. */
export class Migration20261124112745 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "supply_contract" ("id" text not null, "centre_id" text not null, "seller_producer_id" text null, "number" text null, "signed_on" text null, "retailer_name" text not null, "retailer_tax_code" text not null, "contact_name" text null, "contact_phone" text null, "from_day" text not null, "to_day" text not null, "note" text null, "state" text not null default 'draft' check ("state" in ('draft', 'active', 'ended', 'terminated')), "ended_on" text null, "end_reason" text null, "made_by" text not null, "made_by_name" text not null, "sample" boolean not null default false, ${MADE}, "changed_at" timestamptz not null default now(), constraint "supply_contract_pkey" primary key ("id"), constraint "supply_contract_days" check ("from_day" <= "to_day"), constraint "supply_contract_signed" check ("state" = 'draft' or ("number" is not null and "signed_on" is not null)), constraint "supply_contract_ended" check (("state" in ('ended', 'terminated')) = ("ended_on" is not null)), constraint "supply_contract_reason" check (("state" = 'terminated') = ("end_reason" is not null)));`,
    )
    this.addSql(
      `create table if not exists "supply_line" ("id" text not null, "centre_id" text not null, "contract_id" text not null, "producer_id" text not null, "product_id" text not null, "variant_id" text not null, "quantity" integer not null check ("quantity" > 0), "per" text not null check ("per" in ('month', 'total')), "unit" text not null, "price" bigint not null check ("price" > 0), ${MADE}, constraint "supply_line_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create table if not exists "supply_delivery" ("id" text not null, "centre_id" text not null, "contract_id" text not null, "line_id" text not null, "request_key" text not null, "day" text not null, "quantity" integer not null check ("quantity" > 0), "lot_codes" text[] not null default '{}', "note" text null, "noted_by" text not null, "noted_by_name" text not null, "voided_at" timestamptz null, "voided_by_name" text null, "void_reason" text null, ${MADE}, constraint "supply_delivery_pkey" primary key ("id"), constraint "supply_delivery_voided" check (("voided_at" is null) = ("void_reason" is null)));`,
    )
    const indexes = [
      `UNIQUE INDEX IF NOT EXISTS "IDX_supply_contract_number_unique" ON "supply_contract" ("centre_id", "retailer_tax_code", lower("number")) WHERE number IS NOT NULL`,
      `INDEX IF NOT EXISTS "IDX_supply_contract_centre" ON "supply_contract" ("centre_id", "state", "to_day")`,
      `INDEX IF NOT EXISTS "IDX_supply_contract_seller" ON "supply_contract" ("seller_producer_id") WHERE seller_producer_id IS NOT NULL`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_supply_line_goods_unique" ON "supply_line" ("contract_id", "variant_id")`,
      `INDEX IF NOT EXISTS "IDX_supply_line_producer" ON "supply_line" ("producer_id")`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_supply_delivery_key_unique" ON "supply_delivery" ("contract_id", "request_key")`,
      `INDEX IF NOT EXISTS "IDX_supply_delivery_line" ON "supply_delivery" ("line_id", "day")`,
    ]
    for (const index of indexes) this.addSql(`CREATE ${index};`)
  }

  override async down(): Promise<void> {
    for (const table of ['supply_delivery', 'supply_line', 'supply_contract']) {
      this.addSql(`drop table if exists "${table}" cascade;`)
    }
  }
}
