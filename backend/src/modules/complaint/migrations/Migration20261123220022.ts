import { Migration } from '@medusajs/framework/mikro-orm/migrations'

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`
const STATES = `'received', 'working', 'answered'`

export class Migration20261123220022 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "complaint" ("id" text not null, "number" text not null, "request_key" text not null, "kind" text check ("kind" in ('order', 'product', 'seller', 'refund', 'personal_data', 'site', 'other')) not null, "about" text null, "name" text null, "contact" text null, "message" text null, "customer_id" text null, "state" text check ("state" in (${STATES})) not null default 'received', "due_on" text not null, "answered_at" timestamptz null, "erased_at" timestamptz null, ${TIMES}, constraint "complaint_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create table if not exists "complaint_step" ("id" text not null, "state" text check ("state" in (${STATES})) not null, "words" text null, "user_id" text null, "at" timestamptz not null, "complaint_id" text not null, ${TIMES}, constraint "complaint_step_pkey" primary key ("id"), constraint "complaint_step_complaint_id_foreign" foreign key ("complaint_id") references "complaint" ("id") on update cascade);`,
    )
    for (const table of ['complaint', 'complaint_step']) {
      this.addSql(
        `CREATE INDEX IF NOT EXISTS "IDX_${table}_deleted_at" ON "${table}" ("deleted_at") WHERE deleted_at IS NULL;`,
      )
    }
    for (const column of ['number', 'request_key']) {
      this.addSql(
        `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_complaint_${column}_unique" ON "complaint" ("${column}") WHERE deleted_at IS NULL;`,
      )
    }
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_complaint_open" ON "complaint" ("due_on") WHERE state <> 'answered' AND deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_complaint_customer" ON "complaint" ("customer_id") WHERE customer_id IS NOT NULL AND deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_complaint_step_complaint_id" ON "complaint_step" ("complaint_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_complaint_step_complaint" ON "complaint_step" ("complaint_id", "at") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    for (const table of ['complaint_step', 'complaint']) this.addSql(`drop table if exists "${table}" cascade;`)
  }
}
