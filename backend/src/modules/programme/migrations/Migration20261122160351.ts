import { Migration } from '@medusajs/framework/mikro-orm/migrations'

export class Migration20261122160351 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "legal_instrument" ("code" text not null, "number" text null, "type" text not null, "date" text null, "date_as_given" jsonb not null, "issuer" text null, "level" text null, "subject" text null, "cited_in" text[] not null, "inconsistency" text null, "note" text null, "quote_hint" text not null, "source" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "legal_instrument_pkey" primary key ("code"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_legal_instrument_deleted_at" ON "legal_instrument" ("deleted_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "statistic" ("code" text not null, "title" text not null, "title_en" text null, "scope" jsonb not null, "period" text null, "as_of" text null, "is_target" boolean not null, "unit" text null, "total" double precision null, "dimension" text null, "breakdown" jsonb not null, "breakdown_sum" double precision null, "adds_up" boolean null, "facts" jsonb not null, "inconsistency" text null, "inconsistency_en" text null, "note" text null, "note_en" text null, "source" text not null, "quote_hint" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "statistic_pkey" primary key ("code"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_statistic_deleted_at" ON "statistic" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "legal_instrument" cascade;`)

    this.addSql(`drop table if exists "statistic" cascade;`)
  }
}
