import { Migration } from '@medusajs/framework/mikro-orm/migrations'

export class Migration20261123030000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "scan_report" ("id" text not null, "receipt" text not null, "request_key" text not null, "code" text null, "kind" text check ("kind" in ('different_goods', 'copied_label', 'quality', 'wrong_facts', 'other')) not null, "message" text null, "contact" text null, "photo" text null, "handled_at" timestamptz null, "handled_by" text null, "handled_note" text null, "erased_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "scan_report_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_scan_report_deleted_at" ON "scan_report" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_scan_report_receipt_unique" ON "scan_report" ("receipt") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_scan_report_request_key_unique" ON "scan_report" ("request_key") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_scan_report_open" ON "scan_report" ("created_at") WHERE handled_at IS NULL AND deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_scan_report_kept" ON "scan_report" ("created_at") WHERE erased_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "scan_report" cascade;`)
  }
}
