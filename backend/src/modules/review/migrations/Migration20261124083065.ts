import { Migration } from '@medusajs/framework/mikro-orm/migrations'
import { HIDE_REASONS, REVIEW_STATES } from '../states'

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`
const among = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ')
const COUNTS = ['ones', 'twos', 'threes', 'fours', 'fives']

/** Reviews of delivered lines, and how many points a product was given. */
export class Migration20261124083065 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "review" ("id" text not null, "line_id" text not null, "order_id" text not null, "group_id" text not null, "product_id" text not null, "producer_id" text not null, "points" integer check ("points" between 1 and 5) not null, "body" text not null, "display_name" text null, "state" text check ("state" in (${among(REVIEW_STATES)})) not null default 'waiting', "hide_reason" text check ("hide_reason" in (${among(HIDE_REASONS)})) null, "written_at" timestamptz not null, "decided_at" timestamptz null, "decided_by" text null, "reply" text null, "replied_at" timestamptz null, "report" text null, "reported_at" timestamptz null, "sample" boolean not null default false, ${TIMES}, constraint "review_pkey" primary key ("id"), constraint "review_hidden" check (("state" = 'hidden') = ("hide_reason" is not null)));`,
    )
    this.addSql(
      `create table if not exists "product_rating" ("product_id" text not null, "producer_id" text not null, ${COUNTS.map((count) => `"${count}" integer check ("${count}" >= 0) not null default 0`).join(', ')}, ${TIMES}, constraint "product_rating_pkey" primary key ("product_id"));`,
    )
    for (const index of [
      `UNIQUE INDEX IF NOT EXISTS "IDX_review_line_unique" ON "review" ("line_id")`,
      `INDEX IF NOT EXISTS "IDX_review_product" ON "review" ("product_id", "state", "written_at")`,
      `INDEX IF NOT EXISTS "IDX_review_producer" ON "review" ("producer_id", "written_at")`,
      `INDEX IF NOT EXISTS "IDX_review_state" ON "review" ("state", "written_at")`,
      `INDEX IF NOT EXISTS "IDX_product_rating_producer" ON "product_rating" ("producer_id")`,
    ]) {
      this.addSql(`CREATE ${index};`)
    }
  }

  override async down(): Promise<void> {
    for (const table of ['product_rating', 'review']) this.addSql(`drop table if exists "${table}" cascade;`)
  }
}
