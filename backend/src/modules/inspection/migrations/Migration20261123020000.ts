import { Migration } from '@medusajs/framework/mikro-orm/migrations'

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`

export class Migration20261123020000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "inspector" ("id" text not null, "name" text not null, "email" text not null, "agency" text not null, "province_codes" text[] not null, "status" text check ("status" in ('active', 'suspended')) not null default 'active', "sample" boolean not null default false, ${TIMES}, constraint "inspector_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create table if not exists "inspection_record" ("id" text not null, "inspector_id" text not null, "request_key" text not null, "content_hash" text not null, "province_code" text not null, "place" text not null, "found_at" timestamptz not null, "clock_skew_ms" integer not null, "scanned" text null, "product_ref" text null, "product_name" text not null, "seller" text not null, "findings" text[] not null, "notes" text not null, "verdict" jsonb null, "follow_up_by" text null, "closed_at" timestamptz null, "closed_by" text null, "close_note" text null, "sample" boolean not null default false, ${TIMES}, constraint "inspection_record_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create table if not exists "inspection_file" ("file" text not null, "inspector_id" text not null, "source_sha256" text not null, "record_id" text null, "kind" text check ("kind" in ('photo', 'document')) not null, "title" text not null, "media_type" text not null, "sha256" text not null, "bytes" integer not null, "width" integer null, "height" integer null, ${TIMES}, constraint "inspection_file_pkey" primary key ("file"));`,
    )
    this.addSql(
      `create table if not exists "look_up" ("id" text not null, "inspector_id" text not null, "action" text not null, "subject" text not null, "outcome" text null, "asked_at" timestamptz not null, "request_id" text null, "request_key" text null, ${TIMES}, constraint "look_up_pkey" primary key ("id"));`,
    )
    for (const table of ['inspector', 'inspection_record', 'inspection_file', 'look_up']) {
      this.addSql(
        `CREATE INDEX IF NOT EXISTS "IDX_${table}_deleted_at" ON "${table}" ("deleted_at") WHERE deleted_at IS NULL;`,
      )
    }
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_inspector_email_unique" ON "inspector" ("email") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_inspection_record_request_unique" ON "inspection_record" ("inspector_id", "request_key") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_inspection_record_province" ON "inspection_record" ("province_code", "found_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_inspection_file_source_unique" ON "inspection_file" ("inspector_id", "source_sha256") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_inspection_file_record" ON "inspection_file" ("record_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_look_up_request_unique" ON "look_up" ("inspector_id", "request_key") WHERE request_key IS NOT NULL;`,
    )
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_look_up_inspector" ON "look_up" ("inspector_id", "asked_at");`)
    // The audit is only as good as it cannot be mended: the application has no way to change it, by mistake or on purpose.
    this.addSql(
      `create or replace function look_up_is_insert_only() returns trigger language plpgsql as $$ begin raise exception 'look_up is insert-only'; end $$;`,
    )
    this.addSql(
      `create or replace trigger look_up_insert_only before update or delete on "look_up" for each row execute function look_up_is_insert_only();`,
    )
  }

  override async down(): Promise<void> {
    for (const table of ['look_up', 'inspection_file', 'inspection_record', 'inspector']) {
      this.addSql(`drop table if exists "${table}" cascade;`)
    }
    this.addSql(`drop function if exists look_up_is_insert_only();`)
  }
}
