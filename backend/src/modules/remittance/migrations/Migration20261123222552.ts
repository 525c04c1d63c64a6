import { Migration } from '@medusajs/framework/mikro-orm/migrations'

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`

const TABLES = [
  `"bank_file" ("id" text primary key, "hash" text not null, "name" text not null, "lines" integer not null, "new_lines" integer not null, "taken_by" text not null, "taken_at" timestamptz not null, ${TIMES})`,
  `"bank_line" ("id" text primary key, "file_id" text not null references "bank_file" ("id"), "row_no" integer not null, "line_key" text not null, "at" timestamptz not null, "amount" bigint not null check ("amount" > 0), "content" text not null, "bank_reference" text null, "state" text not null check ("state" in ('new', 'applied', 'late', 'duplicate', 'wrong_amount', 'unmatched', 'not_ours', 'returned', 'refund_asked')), "group_id" text null, "proposed_group_id" text null, "proposed_by" text null, "note" text null, "settled_by" text null, "settled_at" timestamptz null, "turns" integer not null default 0, ${TIMES})`,
  `"carrier" ("code" text primary key, "name" text not null, "joint_inspection" boolean not null, "active" boolean not null default true, ${TIMES})`,
  `"freight_rate" ("id" text primary key, "carrier" text not null references "carrier" ("code"), "from_day" text not null, "two_way" bigint not null check ("two_way" >= 0), "sample" boolean not null default false, ${TIMES})`,
  `"carrier_file" ("id" text primary key, "carrier" text not null references "carrier" ("code"), "hash" text not null, "name" text not null, "lines" integer not null, "new_lines" integer not null, "taken_by" text not null, "taken_at" timestamptz not null, "remitted" bigint null check ("remitted" >= 0), "remitted_on" text null, "bank_reference" text null, "remitted_by" text null, ${TIMES})`,
  `"carrier_line" ("id" text primary key, "file_id" text not null references "carrier_file" ("id"), "row_no" integer not null, "carrier" text not null, "tracking_no" text not null, "report" text not null check ("report" in ('delivered', 'refused')), "cod" bigint not null check ("cod" >= 0), "fee" bigint null check ("fee" >= 0), "on_day" text not null, "expected" bigint null, "parcel_id" text null, "order_id" text null, "state" text not null check ("state" in ('new', 'settled', 'open', 'closed')), "problem" text null, "note" text null, "closed_by" text null, "closed_at" timestamptz null, ${TIMES})`,
  `"refund_account" ("refund_id" text primary key, "sealed" jsonb null, "hint" text not null, "given_at" timestamptz not null, "erased_at" timestamptz null, ${TIMES})`,
]

/** Unique for every row, softly deleted ones too: a file and a line count once for ever. */
const INDEXES = [
  `UNIQUE INDEX IF NOT EXISTS "IDX_bank_file_hash_unique" ON "bank_file" ("hash")`,
  `UNIQUE INDEX IF NOT EXISTS "IDX_bank_line_key_unique" ON "bank_line" ("line_key")`,
  `INDEX IF NOT EXISTS "IDX_bank_line_state" ON "bank_line" ("state", "at")`,
  `UNIQUE INDEX IF NOT EXISTS "IDX_freight_rate_unique" ON "freight_rate" ("carrier", "from_day")`,
  `UNIQUE INDEX IF NOT EXISTS "IDX_carrier_file_hash_unique" ON "carrier_file" ("carrier", "hash")`,
  `UNIQUE INDEX IF NOT EXISTS "IDX_carrier_line_unique" ON "carrier_line" ("carrier", "tracking_no", "report")`,
  `INDEX IF NOT EXISTS "IDX_carrier_line_file" ON "carrier_line" ("file_id")`,
  `INDEX IF NOT EXISTS "IDX_carrier_line_state" ON "carrier_line" ("state", "id")`,
]

const CARRIERS = [
  ['ghn', 'Giao Hàng Nhanh'],
  ['ghtk', 'Giao Hàng Tiết Kiệm'],
  ['viettel-post', 'Viettel Post'],
  ['vnpost', 'VNPost'],
  ['jt', 'J&T Express'],
]

/** What banks and carriers say about money, the carriers, and where refunds are paid to. */
export class Migration20261123222552 extends Migration {
  override async up(): Promise<void> {
    for (const table of TABLES) this.addSql(`create table if not exists ${table};`)
    for (const index of INDEXES) this.addSql(`CREATE ${index};`)
    for (const [code, name] of CARRIERS) {
      this.addSql(
        `INSERT INTO "carrier" ("code", "name", "joint_inspection") VALUES ('${code}', '${name}', true) ON CONFLICT DO NOTHING;`,
      )
    }
  }

  override async down(): Promise<void> {
    for (const table of [
      'refund_account',
      'carrier_line',
      'carrier_file',
      'freight_rate',
      'carrier',
      'bank_line',
      'bank_file',
    ]) {
      this.addSql(`drop table if exists "${table}" cascade;`)
    }
  }
}
