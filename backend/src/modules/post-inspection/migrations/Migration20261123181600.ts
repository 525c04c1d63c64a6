import { Migration } from '@medusajs/framework/mikro-orm/migrations'

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`
const HERE = `WHERE deleted_at IS NULL`

/** Plans, post-inspections with their photos, links and follow-ups, proposals of revocation, artwork with the mark. */
export class Migration20261123181600 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "inspection_plan" ("id" text not null, "year" integer not null, "level" text check ("level" in ('province', 'ministry')) not null, "province_code" text null, "title" text not null, "decision_number" text null, "decision_date" text null, "state" text check ("state" in ('draft', 'approved')) not null default 'draft', "drafted_by" text not null, "approved_by" text null, "sample" boolean not null default false, ${TIMES}, constraint "inspection_plan_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create table if not exists "inspection_plan_item" ("id" text not null, "plan_id" text not null, "recognition_id" text not null, "product_name" text not null, "producer_name" text not null, "stars" integer not null, "month" integer check ("month" between 1 and 12) not null, ${TIMES}, constraint "inspection_plan_item_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create table if not exists "post_inspection" ("id" text not null, "plan_item_id" text null, "trigger" text check ("trigger" in ('complaint', 'clone_alert', 'inspector_record', 'media')) null, "trigger_note" text null, "recognition_id" text not null, "product_id" text null, "producer_id" text null, "product_name" text not null, "producer_name" text not null, "stars" integer not null, "province_code" text not null, "commune_code" text null, "planned_for" text not null, "place" text null, "day" text null, "team" jsonb not null, "looks" jsonb not null, "violations" text[] not null, "state" text check ("state" in ('planned', 'under_way', 'concluded', 'followed_up', 'closed', 'cancelled')) not null default 'planned', "conclusion" text null, "concluded_on" text null, "concluded_by" text null, "end_note" text null, "opened_by" text not null, "sample" boolean not null default false, ${TIMES}, constraint "post_inspection_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create table if not exists "post_inspection_file" ("file" text not null, "post_inspection_id" text not null, "look" text check ("look" in ('criteria', 'mark_use', 'product_information', 'advertising')) not null, "official_id" text not null, "kind" text check ("kind" in ('photo', 'document')) not null, "title" text not null, "media_type" text not null, "sha256" text not null, "bytes" integer not null, ${TIMES}, constraint "post_inspection_file_pkey" primary key ("file"));`,
    )
    this.addSql(
      `create table if not exists "inspection_link" ("id" text not null, "post_inspection_id" text not null, "inspection_record_id" text not null, "linked_by" text not null, ${TIMES}, constraint "inspection_link_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create table if not exists "follow_up" ("id" text not null, "post_inspection_id" text not null, "producer_id" text null, "what" text not null, "due_on" text not null, "state" text check ("state" in ('open', 'answered', 'accepted', 'refused')) not null default 'open', "answers" jsonb not null, ${TIMES}, constraint "follow_up_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create table if not exists "revocation_proposal" ("id" text not null, "recognition_id" text not null, "product_name" text not null, "producer_id" text null, "producer_name" text not null, "stars" integer not null, "province_code" text not null, "commune_code" text null, "post_inspection_id" text null, "authority" text null, "authority_paper" text null, "ground" text not null, "reason" text not null, "evidence" text not null, "concluded_on" text not null, "due_on" text not null, "state" text check ("state" in ('proposed', 'drafted', 'decided', 'dropped')) not null default 'proposed', "proposed_by" text not null, "drop_note" text null, "draft_id" text null, "decision_number" text null, "decided_on" text null, "sample" boolean not null default false, ${TIMES}, constraint "revocation_proposal_pkey" primary key ("id"), constraint CHK_revocation_proposal_basis check ("post_inspection_id" is not null or ("authority" is not null and "authority_paper" is not null)), constraint CHK_revocation_proposal_days check ("concluded_on" <= "due_on"));`,
    )
    this.addSql(
      `create table if not exists "mark_artwork" ("id" text not null, "recognition_id" text not null, "product_id" text not null, "producer_id" text not null, "used_on" text check ("used_on" in ('label', 'packaging', 'advertising')) not null, "title" text not null, "printed_name" text not null, "printed_stars" integer not null, "since" text not null, "until" text null, "file" text not null, "member_id" text not null, "sample" boolean not null default false, ${TIMES}, constraint "mark_artwork_pkey" primary key ("id"));`,
    )
    for (const table of TABLES) {
      this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_${table}_deleted_at" ON "${table}" ("deleted_at") ${HERE};`)
    }
    const indexes = [
      `UNIQUE INDEX IF NOT EXISTS "IDX_inspection_plan_item_unique" ON "inspection_plan_item" ("plan_id", "recognition_id") ${HERE}`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_post_inspection_plan_item_unique" ON "post_inspection" ("plan_item_id") WHERE plan_item_id IS NOT NULL AND deleted_at IS NULL`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_post_inspection_file_unique" ON "post_inspection_file" ("post_inspection_id", "look", "sha256") ${HERE}`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_inspection_link_unique" ON "inspection_link" ("post_inspection_id", "inspection_record_id") ${HERE}`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_revocation_proposal_open_unique" ON "revocation_proposal" ("recognition_id") WHERE state IN ('proposed', 'drafted') AND deleted_at IS NULL`,
      `INDEX IF NOT EXISTS "IDX_inspection_plan_year" ON "inspection_plan" ("year", "province_code") ${HERE}`,
      `INDEX IF NOT EXISTS "IDX_post_inspection_place" ON "post_inspection" ("province_code", "planned_for") ${HERE}`,
      `INDEX IF NOT EXISTS "IDX_post_inspection_recognition" ON "post_inspection" ("recognition_id") ${HERE}`,
      `INDEX IF NOT EXISTS "IDX_post_inspection_producer" ON "post_inspection" ("producer_id") ${HERE}`,
      `INDEX IF NOT EXISTS "IDX_inspection_link_record" ON "inspection_link" ("inspection_record_id") ${HERE}`,
      `INDEX IF NOT EXISTS "IDX_follow_up_inspection" ON "follow_up" ("post_inspection_id") ${HERE}`,
      `INDEX IF NOT EXISTS "IDX_follow_up_producer" ON "follow_up" ("producer_id", "state") ${HERE}`,
      `INDEX IF NOT EXISTS "IDX_follow_up_due" ON "follow_up" ("due_on") WHERE state <> 'accepted' AND deleted_at IS NULL`,
      `INDEX IF NOT EXISTS "IDX_revocation_proposal_inspection" ON "revocation_proposal" ("post_inspection_id") ${HERE}`,
      `INDEX IF NOT EXISTS "IDX_revocation_proposal_due" ON "revocation_proposal" ("province_code", "due_on") ${HERE}`,
      `INDEX IF NOT EXISTS "IDX_mark_artwork_recognition" ON "mark_artwork" ("recognition_id") ${HERE}`,
      `INDEX IF NOT EXISTS "IDX_mark_artwork_producer" ON "mark_artwork" ("producer_id") ${HERE}`,
    ]
    for (const index of indexes) this.addSql(`CREATE ${index};`)
    // One plan a year and body: the ministry's has no province.
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_inspection_plan_body_unique" ON "inspection_plan" ("year", coalesce("province_code", '')) ${HERE};`,
    )
  }

  override async down(): Promise<void> {
    for (const table of [...TABLES].reverse()) this.addSql(`drop table if exists "${table}" cascade;`)
  }
}

const TABLES = [
  'inspection_plan',
  'inspection_plan_item',
  'post_inspection',
  'post_inspection_file',
  'inspection_link',
  'follow_up',
  'revocation_proposal',
  'mark_artwork',
]
