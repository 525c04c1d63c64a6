import { Migration } from '@medusajs/framework/mikro-orm/migrations'

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`

export class Migration20261123181101 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "audit_entry" ("id" text not null, "at" timestamptz not null, "actor_type" text not null, "actor_id" text not null, "actor_name" text not null, "post_id" text null, "post_role" text null, "post_unit" text null, "verb" text not null, "subject_type" text not null, "subject_id" text not null, "province_code" text null, "commune_code" text null, "details" jsonb not null, "undoes" text null, "request_id" text null, ${TIMES}, constraint "audit_entry_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_audit_entry_place" ON "audit_entry" ("province_code", "commune_code", "id");`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_audit_entry_subject" ON "audit_entry" ("subject_type", "subject_id", "id");`,
    )
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_audit_entry_at" ON "audit_entry" ("at");`)
    // As with look_up: the application has no way to mend the journal, by mistake or on purpose.
    this.addSql(
      `create or replace function audit_entry_is_insert_only() returns trigger language plpgsql as $$ begin raise exception 'audit_entry is insert-only'; end $$;`,
    )
    this.addSql(
      `create or replace trigger audit_entry_insert_only before update or delete on "audit_entry" for each row execute function audit_entry_is_insert_only();`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "audit_entry" cascade;`)
    this.addSql(`drop function if exists audit_entry_is_insert_only();`)
  }
}
