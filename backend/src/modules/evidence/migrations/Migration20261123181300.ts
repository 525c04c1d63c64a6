import { Migration } from '@medusajs/framework/mikro-orm/migrations'

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`

export class Migration20261123181300 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "paper" ("id" text not null, "producer_id" text not null, "member_id" text not null, "kind" text not null, "title" text not null, "issuer" text null, "number" text null, "issued_on" text null, "expires_on" text null, "source_area_ref" text null, "product_ref" text null, "file" text not null, "pages" integer not null, "bytes" integer not null, "sha256" text not null, "media_type" text not null, "state" text check ("state" in ('active', 'replaced', 'withdrawn')) not null default 'active', "version" integer not null default 1, "replaced_by" text null, "verified_by_official" text null, "verified_at" timestamptz null, "verify_note" text null, "sample" boolean not null default false, ${TIMES}, constraint "paper_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create table if not exists "personal_field" ("id" text not null, "producer_id" text not null, "subject" text not null, "field" text check ("field" in ('personal_id', 'gender', 'ethnicity', 'disability')) not null, "ciphertext" text not null, "nonce" text not null, "key_id" text not null, "member_id" text not null, ${TIMES}, constraint "personal_field_pkey" primary key ("id"));`,
    )
    for (const table of ['paper', 'personal_field']) {
      this.addSql(
        `CREATE INDEX IF NOT EXISTS "IDX_${table}_deleted_at" ON "${table}" ("deleted_at") WHERE deleted_at IS NULL;`,
      )
    }
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_paper_producer" ON "paper" ("producer_id", "state", "kind") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_paper_expires_on" ON "paper" ("expires_on") WHERE state = 'active' AND deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_paper_replaced_by_unique" ON "paper" ("replaced_by") WHERE replaced_by IS NOT NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_personal_field_subject_unique" ON "personal_field" ("producer_id", "subject", "field") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_personal_field_key_id" ON "personal_field" ("key_id") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    for (const table of ['personal_field', 'paper']) this.addSql(`drop table if exists "${table}" cascade;`)
  }
}
