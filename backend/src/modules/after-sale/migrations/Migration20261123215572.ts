import { Migration } from '@medusajs/framework/mikro-orm/migrations'
import { GOODS_KINDS, REQUEST_KINDS, REQUEST_STATES, RETURN_REASONS } from '../states'

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`
const among = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ')

/** Requests of buyers, their windows, and disputes. */
export class Migration20261123215572 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "return_request" ("id" text not null, "key" text not null, "order_id" text not null, "group_id" text not null, "producer_id" text not null, "kind" text check ("kind" in (${among(REQUEST_KINDS)})) not null, "state" text check ("state" in (${among(REQUEST_STATES)})) not null default 'asked', "reason" text check ("reason" in (${among(RETURN_REASONS)})) not null, "note" text null, "goods_amount" bigint check ("goods_amount" >= 0) not null, "freight_amount" bigint check ("freight_amount" >= 0) not null, "refund_amount" bigint check ("refund_amount" >= 0) null, "refund_id" text null, "answer" text null, "answered_at" timestamptz null, "answered_by" text null, "sellable" boolean null, "received_at" timestamptz null, "asked_at" timestamptz not null, "closed_at" timestamptz null, "sample" boolean not null default false, ${TIMES}, constraint "return_request_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create table if not exists "return_line" ("id" text not null, "request_id" text not null references "return_request" ("id"), "order_id" text not null, "line_id" text not null, "product_id" text not null, "title" text not null, "quantity" integer check ("quantity" > 0) not null, "amount" bigint check ("amount" >= 0) not null, ${TIMES}, constraint "return_line_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create table if not exists "return_file" ("file" text not null, "request_id" text not null references "return_request" ("id"), "sha256" text not null, "media_type" text not null, "bytes" integer not null, ${TIMES}, constraint "return_file_pkey" primary key ("file"));`,
    )
    this.addSql(
      `create table if not exists "return_window" ("id" text not null, "goods" text check ("goods" in (${among(GOODS_KINDS)})) not null, "valid_from" text not null, "hours" integer check ("hours" > 0) not null, "reasons" text[] not null, "source" text not null, ${TIMES}, constraint "return_window_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create table if not exists "dispute" ("id" text not null, "request_id" text not null references "return_request" ("id"), "order_id" text not null, "producer_id" text not null, "state" text check ("state" in ('open', 'decided')) not null default 'open', "statement" text not null, "opened_at" timestamptz not null, "outcome" text check ("outcome" in ('refund', 'partial', 'refuse')) null, "amount" bigint null, "decision" text null, "decided_at" timestamptz null, "decided_by" text null, ${TIMES}, constraint "dispute_pkey" primary key ("id"), constraint "dispute_decided" check (("state" = 'decided') = ("outcome" is not null and "decision" is not null)));`,
    )
    for (const index of [
      `UNIQUE INDEX IF NOT EXISTS "IDX_return_request_key_unique" ON "return_request" ("order_id", "key")`,
      `INDEX IF NOT EXISTS "IDX_return_request_group" ON "return_request" ("group_id")`,
      `INDEX IF NOT EXISTS "IDX_return_request_producer" ON "return_request" ("producer_id", "state", "asked_at")`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_return_line_unique" ON "return_line" ("request_id", "line_id")`,
      `INDEX IF NOT EXISTS "IDX_return_line_order" ON "return_line" ("order_id", "line_id")`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_return_file_unique" ON "return_file" ("request_id", "sha256")`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_return_window_unique" ON "return_window" ("goods", "valid_from")`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_dispute_request_unique" ON "dispute" ("request_id")`,
      `INDEX IF NOT EXISTS "IDX_dispute_state" ON "dispute" ("state", "opened_at")`,
    ]) {
      this.addSql(`CREATE ${index};`)
    }
    for (const [goods, hours, reasons] of WINDOWS) {
      this.addSql(
        `insert into "return_window" ("id", "goods", "valid_from", "hours", "reasons", "source") values ('rwin_2025_${goods}', '${goods}', '2025-01-01', ${hours}, '{${reasons.join(',')}}', 'Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15; chính sách của sàn') on conflict do nothing;`,
      )
    }
  }

  override async down(): Promise<void> {
    for (const table of ['dispute', 'return_window', 'return_file', 'return_line', 'return_request']) {
      this.addSql(`drop table if exists "${table}" cascade;`)
    }
  }
}

const FAULTS = ['damaged', 'wrong_goods', 'not_as_described', 'missing', 'recalled']
/** Seven days for goods that keep; two for those that do not, and then only for what the seller answers for. */
const WINDOWS: [goods: string, hours: number, reasons: string[]][] = [
  ['ordinary', 168, [...FAULTS, 'changed_mind']],
  ['perishable', 48, FAULTS],
]
