import { Migration } from '@medusajs/framework/mikro-orm/migrations'

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`
const STATES = `'draft', 'submitted', 'in_review', 'returned', 'passed_on', 'evaluated', 'decided', 'withdrawn', 'refused'`

export class Migration20261123181400 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "dossier" ("id" text not null, "producer_id" text not null, "product_id" text not null, "product_name" text not null, "kind" text check ("kind" in ('first', 'upgrade', 'renewal')) not null, "rubric_version" text not null, "set_no" integer not null, "variant" text null, "state" text check ("state" in (${STATES})) not null default 'draft', "province_code" text not null, "commune_code" text not null, "form" jsonb not null, "receipt_number" text null, "submitted_at" timestamptz null, "due_on" text null, "passed_on_at" timestamptz null, "version" integer not null default 1, "sample" boolean not null default false, ${TIMES}, constraint "dossier_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create table if not exists "dossier_pick" ("id" text not null, "dossier_id" text not null, "criterion_id" text not null, "answered" boolean not null, "option_id" text null, "note" text not null, ${TIMES}, constraint "dossier_pick_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create table if not exists "dossier_paper" ("id" text not null, "dossier_id" text not null, "place" text not null, "paper_id" text not null, "sha256" text not null, ${TIMES}, constraint "dossier_paper_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create table if not exists "dossier_return" ("id" text not null, "dossier_id" text not null, "official_id" text not null, "official_name" text not null, "returned_at" timestamptz not null, "deadline" text not null, "items" jsonb not null, "answered_at" timestamptz null, ${TIMES}, constraint "dossier_return_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create table if not exists "dossier_confirmation" ("id" text not null, "dossier_id" text not null, "item" text not null, "confirmed" boolean not null, "figure" text not null, "note" text not null, "official_id" text not null, "official_name" text not null, "confirmed_at" timestamptz not null, ${TIMES}, constraint "dossier_confirmation_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create table if not exists "dossier_event" ("id" text not null, "dossier_id" text not null, "act" text not null, "state" text not null, "actor_type" text check ("actor_type" in ('producer', 'official', 'system')) not null, "actor_id" text not null, "actor_name" text not null, "happened_at" timestamptz not null, "detail" jsonb not null, ${TIMES}, constraint "dossier_event_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create table if not exists "receipt_counter" ("key" text not null, "last" integer not null, ${TIMES}, constraint "receipt_counter_pkey" primary key ("key"));`,
    )
    this.addSql(
      `create table if not exists "story_draft" ("product_id" text not null, "producer_id" text not null, "vi" text not null, "en" text not null, "pictures" jsonb not null, "version" integer not null default 1, "published_at" timestamptz null, "shown_before" jsonb null, ${TIMES}, constraint "story_draft_pkey" primary key ("product_id"));`,
    )
    for (const table of [
      'dossier',
      'dossier_pick',
      'dossier_paper',
      'dossier_return',
      'dossier_confirmation',
      'dossier_event',
      'receipt_counter',
      'story_draft',
    ]) {
      this.addSql(
        `CREATE INDEX IF NOT EXISTS "IDX_${table}_deleted_at" ON "${table}" ("deleted_at") WHERE deleted_at IS NULL;`,
      )
    }
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_dossier_receipt_unique" ON "dossier" ("receipt_number") WHERE receipt_number IS NOT NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_dossier_producer" ON "dossier" ("producer_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_dossier_commune_state" ON "dossier" ("commune_code", "state") WHERE deleted_at IS NULL;`,
    )
    // One dossier of a product on its way at a time, also when two members begin one at once.
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_dossier_open_unique" ON "dossier" ("product_id") WHERE deleted_at IS NULL AND state NOT IN ('decided', 'withdrawn', 'refused');`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_dossier_pick_unique" ON "dossier_pick" ("dossier_id", "criterion_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_dossier_paper_unique" ON "dossier_paper" ("dossier_id", "place", "paper_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_dossier_paper_paper" ON "dossier_paper" ("paper_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_dossier_return_dossier" ON "dossier_return" ("dossier_id", "returned_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_dossier_confirmation_unique" ON "dossier_confirmation" ("dossier_id", "item") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_dossier_event_dossier" ON "dossier_event" ("dossier_id", "happened_at");`,
    )
    this.addSql(
      `create or replace function dossier_event_is_insert_only() returns trigger language plpgsql as $$ begin raise exception 'dossier_event is insert-only'; end $$;`,
    )
    this.addSql(
      `create or replace trigger dossier_event_insert_only before update or delete on "dossier_event" for each row execute function dossier_event_is_insert_only();`,
    )
  }

  override async down(): Promise<void> {
    for (const table of [
      'story_draft',
      'receipt_counter',
      'dossier_event',
      'dossier_confirmation',
      'dossier_return',
      'dossier_paper',
      'dossier_pick',
      'dossier',
    ]) {
      this.addSql(`drop table if exists "${table}" cascade;`)
    }
    this.addSql(`drop function if exists dossier_event_is_insert_only();`)
  }
}
