import { Migration } from '@medusajs/framework/mikro-orm/migrations'

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`

/** What Medusa's big numbers read beside the number; made by the database, since these rows are written in SQL.
 * Cast from text: jsonb_build_object is not immutable, so no generated column may use it. */
function raw(column: string): string {
  return `"raw_${column}" jsonb not null generated always as (('{"value": "' || "${column}"::text || '", "precision": 20}')::jsonb) stored`
}

/** Attempts at paying, money received, refunds, what the gateway said, and daily reconciliation. */
export class Migration20261123214531 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "payment_attempt" ("id" text not null, "group_id" text not null, "method" text check ("method" in ('vnpay', 'bank_transfer')) not null, "reference" text not null, "amount" bigint not null check ("amount" > 0), ${raw('amount')}, "state" text check ("state" in ('open', 'superseded', 'paid', 'failed', 'expired', 'held')) not null default 'open', "expires_at" timestamptz not null, "response_code" text null, "next_query_at" timestamptz null, "queries" integer not null default 0, "data" jsonb not null, ${TIMES}, constraint "payment_attempt_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create table if not exists "payment_receipt" ("id" text not null, "source" text check ("source" in ('vnpay', 'bank', 'carrier', 'operator')) not null, "reference" text not null, "attempt_reference" text null, "group_id" text not null, "amount" bigint not null check ("amount" > 0), ${raw('amount')}, "refunded" bigint not null default 0, ${raw('refunded')}, "received_at" timestamptz not null, "outcome" text check ("outcome" in ('applied', 'late', 'duplicate', 'wrong_amount', 'held')) not null, "raw" jsonb not null, ${TIMES}, constraint "payment_receipt_pkey" primary key ("id"), constraint "CHK_payment_receipt_refunded" check ("refunded" between 0 and "amount"));`,
    )
    this.addSql(
      `create table if not exists "payment_refund" ("id" text not null, "key" text not null, "group_id" text not null, "order_id" text null, "receipt_id" text null, "amount" bigint not null check ("amount" > 0), ${raw('amount')}, "reason" text not null, "state" text check ("state" in ('asked', 'sent', 'done', 'refused', 'manual')) not null default 'asked', "request_id" text null, "request_date" text null, "attempts" integer not null default 0, "next_attempt_at" timestamptz null, "response_code" text null, "alert" text null, "paid_reference" text null, "confirmed_by" text null, "sent_at" timestamptz null, "done_at" timestamptz null, "lines" jsonb null, ${TIMES}, constraint "payment_refund_pkey" primary key ("id"), constraint "CHK_payment_refund_sent" check ("state" <> 'sent' or "request_id" is not null));`,
    )
    this.addSql(
      `create table if not exists "gateway_message" ("id" text not null, "gateway" text not null, "kind" text check ("kind" in ('ipn', 'querydr', 'refund')) not null, "reference" text not null, "content" jsonb not null, "answer" text not null, "alert" text null, "seen_by" text null, "said_at" timestamptz not null, ${TIMES}, constraint "gateway_message_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create table if not exists "reconciliation" ("id" text not null, "gateway" text not null, "day" text not null, "basis" text check ("basis" in ('query', 'file')) not null, "file_name" text null, "receipts" integer not null, "received" bigint not null, ${raw('received')}, "refunds" integer not null, "refunded" bigint not null, ${raw('refunded')}, "differences" jsonb not null, "made_at" timestamptz not null, ${TIMES}, constraint "reconciliation_pkey" primary key ("id"));`,
    )
    for (const table of TABLES) {
      this.addSql(
        `CREATE INDEX IF NOT EXISTS "IDX_${table}_deleted_at" ON "${table}" ("deleted_at") WHERE deleted_at IS NULL;`,
      )
    }
    // Money is never soft-deleted, so these hold over all rows.
    const indexes = [
      `UNIQUE INDEX IF NOT EXISTS "IDX_payment_attempt_reference_unique" ON "payment_attempt" ("reference")`,
      `INDEX IF NOT EXISTS "IDX_payment_attempt_group" ON "payment_attempt" ("group_id")`,
      `INDEX IF NOT EXISTS "IDX_payment_attempt_query" ON "payment_attempt" ("next_query_at") WHERE next_query_at IS NOT NULL`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_payment_receipt_reference_unique" ON "payment_receipt" ("source", "reference")`,
      `INDEX IF NOT EXISTS "IDX_payment_receipt_group" ON "payment_receipt" ("group_id")`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_payment_receipt_applied_unique" ON "payment_receipt" ("group_id") WHERE outcome = 'applied'`,
      `INDEX IF NOT EXISTS "IDX_payment_receipt_received" ON "payment_receipt" ("received_at")`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_payment_refund_key_unique" ON "payment_refund" ("key")`,
      `INDEX IF NOT EXISTS "IDX_payment_refund_group" ON "payment_refund" ("group_id")`,
      `INDEX IF NOT EXISTS "IDX_payment_refund_order" ON "payment_refund" ("order_id")`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_payment_refund_request_unique" ON "payment_refund" ("request_id") WHERE request_id IS NOT NULL`,
      // The gateway tells of a transaction's latest refund only: one at a time can be followed.
      `UNIQUE INDEX IF NOT EXISTS "IDX_payment_refund_sent_unique" ON "payment_refund" ("receipt_id") WHERE state = 'sent'`,
      `INDEX IF NOT EXISTS "IDX_payment_refund_due" ON "payment_refund" ("next_attempt_at") WHERE next_attempt_at IS NOT NULL`,
      `INDEX IF NOT EXISTS "IDX_gateway_message_reference" ON "gateway_message" ("reference")`,
      `INDEX IF NOT EXISTS "IDX_gateway_message_said" ON "gateway_message" ("said_at")`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_reconciliation_day_unique" ON "reconciliation" ("gateway", "day", "basis")`,
    ]
    for (const index of indexes) this.addSql(`CREATE ${index};`)
  }

  override async down(): Promise<void> {
    for (const table of TABLES) this.addSql(`drop table if exists "${table}" cascade;`)
  }
}

const TABLES = ['payment_attempt', 'payment_receipt', 'payment_refund', 'gateway_message', 'reconciliation']
