import { Migration } from '@medusajs/framework/mikro-orm/migrations'

export class Migration20261122234947 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "producer_member" drop constraint if exists "producer_member_email_unique";`)
    this.addSql(
      `create table if not exists "evidence_file" ("file" text not null, "producer_id" text not null, "member_id" text not null, "kind" text check ("kind" in ('photo', 'document')) not null, "title" text not null, "media_type" text not null, "sha256" text not null, "bytes" integer not null, "width" integer null, "height" integer null, "is_public" boolean not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "evidence_file_pkey" primary key ("file"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_evidence_file_deleted_at" ON "evidence_file" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_evidence_file_producer_id" ON "evidence_file" ("producer_id") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "producer_member" ("id" text not null, "producer_id" text not null, "name" text not null, "email" text not null, "phone" text null, "role" text check ("role" in ('owner', 'member')) not null default 'member', "status" text check ("status" in ('active', 'suspended')) not null default 'active', "sample" boolean not null default false, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "producer_member_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_producer_member_deleted_at" ON "producer_member" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_producer_member_email_unique" ON "producer_member" ("email") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_producer_member_producer_id" ON "producer_member" ("producer_id") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "evidence_file" cascade;`)

    this.addSql(`drop table if exists "producer_member" cascade;`)
  }
}
