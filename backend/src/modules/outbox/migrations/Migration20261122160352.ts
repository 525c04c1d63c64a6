import { Migration } from '@medusajs/framework/mikro-orm/migrations'

export class Migration20261122160352 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "outbox_message" ("id" text not null, "topic" text not null, "key" text not null, "payload" jsonb not null, "request_id" text null, "attempts" integer not null default 0, "next_attempt_at" timestamptz not null, "delivered_at" timestamptz null, "dead_at" timestamptz null, "last_error" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "outbox_message_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_outbox_message_deleted_at" ON "outbox_message" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_outbox_message_due" ON "outbox_message" ("next_attempt_at") WHERE delivered_at IS NULL AND dead_at IS NULL AND deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_outbox_message_delivered_at" ON "outbox_message" ("delivered_at") WHERE delivered_at IS NOT NULL AND deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "passport_receipt" ("product_id" text not null, "version" numeric not null, "source_changed_at" timestamptz not null, "raw_version" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "passport_receipt_pkey" primary key ("product_id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_passport_receipt_deleted_at" ON "passport_receipt" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "outbox_message" cascade;`)

    this.addSql(`drop table if exists "passport_receipt" cascade;`)
  }
}
