import { Migration } from '@medusajs/framework/mikro-orm/migrations'
import {
  BATCH_STATES,
  COMMISSION_BASES,
  COMMISSION_PAYEES,
  COMMISSION_SCOPES,
  ENTRY_KINDS,
  PAYOUT_STATES,
  TAX_CATEGORIES,
  TAXES,
} from '../kinds'

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`
const DAY = `~ '^\\d{4}-\\d{2}-\\d{2}$'`

const among = (column: string, words: readonly string[]) =>
  `"${column}" in (${words.map((word) => `'${word}'`).join(', ')})`

/** Rates the platform withholds from households and individuals, by NĐ 117/2025 (Điều 5) and, unchanged, NĐ 252/2026 (Điều 44, 45). */
const WITHHELD: [tax: string, category: string, basisPoints: number][] = [
  ['vat', 'goods', 100],
  ['vat', 'service', 500],
  ['vat', 'transport', 300],
  ['pit', 'goods', 50],
  ['pit', 'service', 200],
  ['pit', 'transport', 150],
]
const SOURCES: [from: string, to: string | null, source: string][] = [
  ['2025-07-01', '2026-06-30', 'Nghị định 117/2025/NĐ-CP, Điều 5'],
  ['2026-07-01', null, 'Nghị định 252/2026/NĐ-CP, Điều 44 và 45'],
]

export class Migration20261123215041 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "ledger_entry" ("id" text not null, "key" text not null, "kind" text not null, "debit" text not null, "credit" text not null, "amount" bigint not null, "at" timestamptz not null, "group_id" text null, "order_id" text null, "line_id" text null, "producer_id" text null, "centre_id" text null, "receipt_id" text null, "refund_id" text null, "payout_id" text null, "memo" jsonb null, ${TIMES}, constraint "ledger_entry_pkey" primary key ("id"), constraint "ledger_entry_amount" check ("amount" > 0), constraint "ledger_entry_two_accounts" check ("debit" <> "credit"), constraint "ledger_entry_accounts" check ("debit" ~ '^[a-z]+:.+' and "credit" ~ '^[a-z]+:.+'), constraint "ledger_entry_kind" check (${among('kind', ENTRY_KINDS)}));`,
    )
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_ledger_entry_key_unique" ON "ledger_entry" ("key");`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ledger_entry_debit" ON "ledger_entry" ("debit", "id");`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ledger_entry_credit" ON "ledger_entry" ("credit", "id");`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ledger_entry_group" ON "ledger_entry" ("group_id", "id");`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ledger_entry_order" ON "ledger_entry" ("order_id", "id");`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ledger_entry_line" ON "ledger_entry" ("line_id");`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ledger_entry_producer" ON "ledger_entry" ("producer_id", "at");`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ledger_entry_refund" ON "ledger_entry" ("refund_id");`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ledger_entry_receipt" ON "ledger_entry" ("receipt_id");`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_ledger_entry_at" ON "ledger_entry" ("at");`)

    this.addSql(
      `create table if not exists "line_terms" ("line_id" text not null, "kind" text not null, "group_id" text not null, "order_id" text not null, "producer_id" text not null, "centre_id" text null, "product_id" text null, "sector" text null, "legal_form" text not null, "quantity" integer not null, "goods" bigint not null, "producer_discount" bigint not null, "centre_discount" bigint not null, "platform_discount" bigint not null, "paid" bigint not null, "base" bigint not null, "commissions" jsonb not null, "taxes" jsonb not null, "frozen_at" timestamptz not null, ${TIMES}, constraint "line_terms_pkey" primary key ("line_id"), constraint "line_terms_kind" check (${among('kind', ['goods', 'freight'])}), constraint "line_terms_amounts" check ("quantity" > 0 and "producer_discount" >= 0 and "centre_discount" >= 0 and "platform_discount" >= 0 and "paid" >= 0), constraint "line_terms_paid" check ("paid" = "goods" - "producer_discount" - "centre_discount" - "platform_discount"), constraint "line_terms_base" check ("base" = "goods" - "producer_discount"));`,
    )
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_line_terms_order" ON "line_terms" ("order_id", "line_id");`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_line_terms_producer" ON "line_terms" ("producer_id", "frozen_at");`)

    // As with audit_entry: the application has no way to mend what was posted or agreed, by mistake or on purpose.
    this.addSql(
      `create or replace function settlement_is_insert_only() returns trigger language plpgsql as $$ begin raise exception '% is insert-only', tg_table_name; end $$;`,
    )
    for (const table of ['ledger_entry', 'line_terms']) {
      this.addSql(
        `create or replace trigger ${table}_insert_only before update or delete on "${table}" for each row execute function settlement_is_insert_only();`,
      )
    }

    this.addSql(
      `create table if not exists "refund_share" ("id" text not null, "refund_id" text not null, "order_id" text not null, "line_id" text not null, "quantity" integer not null, "amount" bigint not null, "taken_back_at" timestamptz null, ${TIMES}, constraint "refund_share_pkey" primary key ("id"), constraint "refund_share_amounts" check ("quantity" >= 0 and "amount" >= 0 and "quantity" + "amount" > 0));`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_refund_share_unique" ON "refund_share" ("refund_id", "line_id");`,
    )
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_refund_share_order" ON "refund_share" ("order_id");`)

    this.addSql(
      `create table if not exists "commission_rule" ("id" text not null, "name" text not null, "payee" text not null, "basis" text not null, "basis_points" integer null, "amount" bigint null, "min_amount" bigint null, "max_amount" bigint null, "shipping_basis_points" integer not null default 0, "scope" text not null, "scope_id" text null, "position" integer not null, "exclusive_group" text null, "from_day" text not null, "to_day" text null, "sample" boolean not null default false, "created_by" text not null, ${TIMES}, constraint "commission_rule_pkey" primary key ("id"), constraint "commission_rule_words" check (${among('payee', COMMISSION_PAYEES)} and ${among('basis', COMMISSION_BASES)} and ${among('scope', COMMISSION_SCOPES)}), constraint "commission_rule_measure" check (case when "basis" = 'percent' then "basis_points" between 0 and 10000 and "amount" is null else "amount" > 0 and "basis_points" is null end), constraint "commission_rule_bounds" check (coalesce("min_amount", 0) >= 0 and coalesce("max_amount", 0) >= 0 and ("min_amount" is null or "max_amount" is null or "min_amount" <= "max_amount") and "shipping_basis_points" between 0 and 10000), constraint "commission_rule_scope" check (("scope" = 'all') = ("scope_id" is null)), constraint "commission_rule_days" check ("from_day" ${DAY} and ("to_day" is null or ("to_day" ${DAY} and "to_day" >= "from_day"))));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_commission_rule_days" ON "commission_rule" ("from_day", "to_day") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "withholding_rate" ("id" text not null, "tax" text not null, "category" text not null, "basis_points" integer not null, "from_day" text not null, "to_day" text null, "source" text not null, "created_by" text not null, ${TIMES}, constraint "withholding_rate_pkey" primary key ("id"), constraint "withholding_rate_words" check (${among('tax', TAXES)} and ${among('category', TAX_CATEGORIES)}), constraint "withholding_rate_points" check ("basis_points" between 0 and 10000), constraint "withholding_rate_days" check ("from_day" ${DAY} and ("to_day" is null or ("to_day" ${DAY} and "to_day" >= "from_day"))));`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_withholding_rate_unique" ON "withholding_rate" ("tax", "category", "from_day") WHERE deleted_at IS NULL;`,
    )
    for (const [from, to, source] of SOURCES) {
      for (const [tax, category, points] of WITHHELD) {
        this.addSql(
          `insert into "withholding_rate" ("id", "tax", "category", "basis_points", "from_day", "to_day", "source", "created_by") values ('whrt_${tax}_${category}_${from.replaceAll('-', '')}', '${tax}', '${category}', ${points}, '${from}', ${to === null ? 'null' : `'${to}'`}, '${source}', 'system') on conflict do nothing;`,
        )
      }
    }

    this.addSql(
      `create table if not exists "payout_setting" ("id" text not null, "from_day" text not null, "hold_days" integer not null, "min_amount" bigint not null, "note" text null, "created_by" text not null, ${TIMES}, constraint "payout_setting_pkey" primary key ("id"), constraint "payout_setting_amounts" check ("hold_days" between 0 and 90 and "min_amount" >= 0), constraint "payout_setting_day" check ("from_day" ${DAY}));`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_payout_setting_unique" ON "payout_setting" ("from_day") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `insert into "payout_setting" ("id", "from_day", "hold_days", "min_amount", "note", "created_by") values ('pset_first', '2026-01-01', 7, 50000, 'Bảy ngày sau khi giao: hết hạn đổi trả của hàng không mau hỏng.', 'system') on conflict do nothing;`,
    )

    this.addSql(
      `create table if not exists "payout_batch" ("id" text not null, "number" text not null, "state" text not null, "earned_before" timestamptz not null, "created_by" text not null, "approved_by" text null, "approved_at" timestamptz null, "sent_by" text null, "sent_at" timestamptz null, "closed_at" timestamptz null, "canceled_by" text null, "sample" boolean not null default false, ${TIMES}, constraint "payout_batch_pkey" primary key ("id"), constraint "payout_batch_state" check (${among('state', BATCH_STATES)}), constraint "payout_batch_four_eyes" check ("approved_by" is null or "approved_by" <> "created_by"), constraint "payout_batch_approved" check ("state" not in ('approved', 'sent', 'closed') or "approved_by" is not null));`,
    )
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_payout_batch_number_unique" ON "payout_batch" ("number");`)
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_payout_batch_open_unique" ON "payout_batch" ((true)) WHERE "state" in ('draft', 'approved');`,
    )

    this.addSql(
      `create table if not exists "payout" ("id" text not null, "batch_id" text not null, "producer_id" text not null, "producer_name" text not null, "amount" bigint not null, "state" text not null, "bank_account_id" text not null, "bank_bin" text not null, "account_holder" text not null, "last_four" text not null, "dropped_because" text null, "bank_reference" text null, "confirmed_by" text null, "confirmed_at" timestamptz null, "reversal_reason" text null, "reversed_by" text null, "reversed_at" timestamptz null, ${TIMES}, constraint "payout_pkey" primary key ("id"), constraint "payout_amount" check ("amount" > 0), constraint "payout_state" check (${among('state', PAYOUT_STATES)}), constraint "payout_confirmed" check ("state" <> 'confirmed' or "bank_reference" is not null));`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_payout_batch_producer_unique" ON "payout" ("batch_id", "producer_id");`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_payout_bank_reference_unique" ON "payout" ("bank_reference") WHERE "bank_reference" IS NOT NULL;`,
    )
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_payout_producer" ON "payout" ("producer_id", "id");`)

    this.addSql(
      `create table if not exists "balance_check" ("id" text not null, "at" timestamptz not null, "ok" boolean not null, "entries" integer not null, "faults" jsonb not null, ${TIMES}, constraint "balance_check_pkey" primary key ("id"));`,
    )
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_balance_check_at" ON "balance_check" ("at");`)
  }

  override async down(): Promise<void> {
    for (const table of [
      'balance_check',
      'payout',
      'payout_batch',
      'payout_setting',
      'withholding_rate',
      'commission_rule',
      'refund_share',
      'line_terms',
      'ledger_entry',
    ]) {
      this.addSql(`drop table if exists "${table}" cascade;`)
    }
    this.addSql(`drop function if exists settlement_is_insert_only();`)
  }
}
