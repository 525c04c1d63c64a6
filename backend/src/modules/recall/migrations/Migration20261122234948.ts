import { Migration } from '@medusajs/framework/mikro-orm/migrations'

export class Migration20261122234948 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "recall_notice" drop constraint if exists "recall_notice_order_recall_unique";`)
    this.addSql(
      `create table if not exists "recall_notice" ("id" text not null, "order_id" text not null, "recall_no" text not null, "producer_id" text not null, "reason" text not null, "advice" text not null, "declared_at" timestamptz not null, "lifted_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "recall_notice_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_recall_notice_deleted_at" ON "recall_notice" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_recall_notice_order_recall_unique" ON "recall_notice" ("order_id", "recall_no") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_recall_notice_recall_no" ON "recall_notice" ("recall_no") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "recall_notice" cascade;`)
  }
}
