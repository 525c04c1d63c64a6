import { Migration } from '@medusajs/framework/mikro-orm/migrations'

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`
const TABLES = ['customer_consent', 'data_request', 'customer_follow', 'password_reset']

export class Migration20261123220023 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "customer_consent" ("id" text not null, "subject_type" text check ("subject_type" in ('customer', 'cart')) not null, "subject_id" text not null, "purpose" text check ("purpose" in ('account', 'order', 'order_messages', 'follow_notices', 'offers')) not null, "given" boolean not null, "text_version" text not null, "source" text check ("source" in ('register', 'checkout', 'account')) not null, "at" timestamptz not null, ${TIMES}, constraint "customer_consent_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create table if not exists "data_request" ("id" text not null, "customer_id" text not null, "kind" text check ("kind" in ('export', 'deletion')) not null, "at" timestamptz not null, "rows" jsonb not null, ${TIMES}, constraint "data_request_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create table if not exists "customer_follow" ("id" text not null, "customer_id" text not null, "subject_type" text check ("subject_type" in ('product', 'producer')) not null, "subject_id" text not null, ${TIMES}, constraint "customer_follow_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create table if not exists "password_reset" ("id" text not null, "customer_id" text not null, "token_hash" text not null, "expires_at" timestamptz not null, "used_at" timestamptz null, ${TIMES}, constraint "password_reset_pkey" primary key ("id"));`,
    )
    for (const table of TABLES) {
      this.addSql(
        `CREATE INDEX IF NOT EXISTS "IDX_${table}_deleted_at" ON "${table}" ("deleted_at") WHERE deleted_at IS NULL;`,
      )
    }
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_customer_consent_subject" ON "customer_consent" ("subject_type", "subject_id", "purpose", "id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_data_request_customer" ON "data_request" ("customer_id", "at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_customer_follow_unique" ON "customer_follow" ("customer_id", "subject_type", "subject_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_customer_follow_subject" ON "customer_follow" ("subject_type", "subject_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_password_reset_token_unique" ON "password_reset" ("token_hash") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_password_reset_customer" ON "password_reset" ("customer_id", "expires_at") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    for (const table of TABLES) this.addSql(`drop table if exists "${table}" cascade;`)
  }
}
