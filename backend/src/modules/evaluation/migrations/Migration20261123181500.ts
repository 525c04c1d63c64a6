import { Migration } from '@medusajs/framework/mikro-orm/migrations'

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`
const LEVEL = `text check ("level" in ('province', 'ministry')) not null`

/** Columns by table; the key is always `id`. */
const TABLES: Record<string, string> = {
  evaluation_round: `"level" ${LEVEL}, "province_code" text null, "year" integer not null, "no" integer not null, "sends_until" text not null, "meets_by" text not null, "created_by" text not null, "sample" boolean not null default false`,
  evaluation: `"dossier_id" text not null, "round_id" text not null, "level" ${LEVEL}, "province_code" text not null, "commune_code" text not null, "kind" text check ("kind" in ('first', 'upgrade', 'renewal')) not null, "product_id" text not null, "product_name" text not null, "producer_id" text not null, "producer_name" text not null, "rubric_version" text not null, "set_no" integer not null, "variant" text null, "state" text check ("state" in ('received', 'advising', 'ready', 'sitting', 'scored', 'result', 'forwarded_to_ministry', 'closed')) not null default 'received', "version" integer not null default 1, "received_on" text not null, "due_on" text not null, "sitting_id" text null, "rating" jsonb null, "points" real null, "stars" integer null, "outcome" text null, "settled_at" timestamptz null, "settled_by" text null, "close_reason" text null, "forwarded_from" text null, "drafted_in" text null, "sample" boolean not null default false`,
  evaluation_advice: `"evaluation_id" text not null, "papers_sound" boolean null, "papers_note" text not null, "visited_on" text null, "visit_place" text not null, "visit_note" text not null, "visit_photos" jsonb not null, "test_papers" text[] not null, "test_note" text not null, "picks" jsonb not null, "report" text not null, "author_id" text not null, "author_name" text not null, "handed_in_at" timestamptz null`,
  council: `"level" ${LEVEL}, "province_code" text null, "number" text not null, "date" text not null, "founded_by" text not null, "created_by" text not null, "sample" boolean not null default false`,
  council_member: `"official_id" text not null, "name" text not null, "role" text check ("role" in ('chair', 'secretary', 'member')) not null, "body" text not null, "council_id" text not null`,
  sitting: `"council_id" text not null, "round_id" text not null, "level" ${LEVEL}, "province_code" text null, "day" text not null, "place" text not null, "mode" text check ("mode" in ('meeting', 'written_opinion')) not null, "state" text check ("state" in ('prepared', 'open', 'closed')) not null default 'prepared', "version" integer not null default 1, "called_by" text not null, "opened_at" timestamptz null, "closed_at" timestamptz null, "sample" boolean not null default false`,
  sitting_item: `"sitting_id" text not null, "evaluation_id" text not null, "position" integer not null, "state" text check ("state" in ('waiting', 'scoring', 'revealed', 'adjourned')) not null default 'waiting', "scoring_round" integer not null default 1, "rescore_notes" text[] not null, "rating" jsonb null, "revealed_at" timestamptz null`,
  score_sheet: `"item_id" text not null, "sitting_id" text not null, "evaluation_id" text not null, "member_id" text not null, "official_id" text not null, "scoring_round" integer not null, "state" text check ("state" in ('draft', 'submitted', 'conflict', 'absent')) not null default 'draft', "picks" jsonb not null, "opinion" text not null, "stance" text check ("stance" in ('agree', 'meet')) null, "conflict_ground" text null, "excluded_reason" text null, "submitted_at" timestamptz null`,
}

const LIVE = 'where deleted_at is null'
const INDEXES = [
  `create unique index if not exists "IDX_evaluation_round_place_unique" on "evaluation_round" ("level", coalesce("province_code", ''), "year", "no") ${LIVE};`,
  `create unique index if not exists "IDX_evaluation_dossier_unique" on "evaluation" ("dossier_id", "level") ${LIVE} and state <> 'closed';`,
  `create index if not exists "IDX_evaluation_place" on "evaluation" ("level", "province_code", "state", "due_on") ${LIVE};`,
  `create index if not exists "IDX_evaluation_round" on "evaluation" ("round_id") ${LIVE};`,
  `create index if not exists "IDX_evaluation_sitting" on "evaluation" ("sitting_id") ${LIVE};`,
  `create unique index if not exists "IDX_evaluation_advice_unique" on "evaluation_advice" ("evaluation_id") ${LIVE};`,
  `create unique index if not exists "IDX_council_number_unique" on "council" ("number", "founded_by") ${LIVE};`,
  `create unique index if not exists "IDX_council_member_unique" on "council_member" ("council_id", "official_id") ${LIVE};`,
  `create index if not exists "IDX_council_member_official" on "council_member" ("official_id") ${LIVE};`,
  `create index if not exists "IDX_sitting_council" on "sitting" ("council_id", "day") ${LIVE};`,
  `create unique index if not exists "IDX_sitting_item_unique" on "sitting_item" ("sitting_id", "evaluation_id") ${LIVE};`,
  `create index if not exists "IDX_sitting_item_evaluation" on "sitting_item" ("evaluation_id") ${LIVE};`,
  `create unique index if not exists "IDX_score_sheet_unique" on "score_sheet" ("item_id", "scoring_round", "member_id") ${LIVE};`,
  `create index if not exists "IDX_score_sheet_official" on "score_sheet" ("official_id", "state") ${LIVE};`,
]

export class Migration20261123181500 extends Migration {
  override async up(): Promise<void> {
    for (const [table, columns] of Object.entries(TABLES)) {
      this.addSql(
        `create table if not exists "${table}" ("id" text not null, ${columns}, ${TIMES}, constraint "${table}_pkey" primary key ("id"));`,
      )
      this.addSql(
        `create index if not exists "IDX_${table}_deleted_at" on "${table}" ("deleted_at") where deleted_at is null;`,
      )
    }
    for (const index of INDEXES) this.addSql(index)
    this.addSql(
      `alter table "council_member" add constraint "council_member_council_id_foreign" foreign key ("council_id") references "council" ("id") on update cascade;`,
    )
    // Belt and braces for the seal: no update, whatever its fault, changes what a member handed in.
    this.addSql(
      `create or replace function score_sheet_is_sealed() returns trigger language plpgsql as $$ begin if old.state = 'submitted' and (new.picks, new.opinion, new.stance, new.submitted_at, new.state) is distinct from (old.picks, old.opinion, old.stance, old.submitted_at, old.state) then raise exception 'score_sheet % is sealed', old.id; end if; return new; end $$;`,
    )
    this.addSql(
      `create or replace trigger score_sheet_sealed before update on "score_sheet" for each row execute function score_sheet_is_sealed();`,
    )
  }

  override async down(): Promise<void> {
    for (const table of Object.keys(TABLES).reverse()) this.addSql(`drop table if exists "${table}" cascade;`)
    this.addSql(`drop function if exists score_sheet_is_sealed();`)
  }
}
