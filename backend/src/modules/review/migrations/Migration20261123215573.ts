import { Migration } from '@medusajs/framework/mikro-orm/migrations'
import { REVIEW_STATES } from '../states'

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`

/** Reviews, their photos and the sums shown of them. */
export class Migration20261123215573 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "review" ("id" text not null, "line_id" text not null, "order_id" text not null, "group_id" text not null, "product_id" text not null, "producer_id" text not null, "stars" integer check ("stars" between 1 and 5) not null, "text" text not null, "author" text not null, "state" text check ("state" in (${REVIEW_STATES.map((state) => `'${state}'`).join(', ')})) not null default 'shown', "at" timestamptz not null, "reply" text null, "replied_at" timestamptz null, "flag_reason" text null, "flagged_at" timestamptz null, "settled_at" timestamptz null, "settled_by" text null, "sample" boolean not null default false, ${TIMES}, constraint "review_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create table if not exists "review_file" ("file" text not null, "review_id" text not null references "review" ("id"), "sha256" text not null, "width" integer not null, "height" integer not null, ${TIMES}, constraint "review_file_pkey" primary key ("file"));`,
    )
    this.addSql(
      `create table if not exists "product_rating" ("product_id" text not null, "count" integer check ("count" >= 0) not null default 0, "sum" integer check ("sum" between "count" and "count" * 5) not null default 0, "stars_1" integer not null default 0, "stars_2" integer not null default 0, "stars_3" integer not null default 0, "stars_4" integer not null default 0, "stars_5" integer not null default 0, ${TIMES}, constraint "product_rating_pkey" primary key ("product_id"), constraint "product_rating_sums" check ("count" = "stars_1" + "stars_2" + "stars_3" + "stars_4" + "stars_5" and "sum" = "stars_1" + 2 * "stars_2" + 3 * "stars_3" + 4 * "stars_4" + 5 * "stars_5"));`,
    )
    for (const index of [
      `UNIQUE INDEX IF NOT EXISTS "IDX_review_line_unique" ON "review" ("line_id")`,
      `INDEX IF NOT EXISTS "IDX_review_product" ON "review" ("product_id", "state", "at")`,
      `INDEX IF NOT EXISTS "IDX_review_producer" ON "review" ("producer_id", "at")`,
      `INDEX IF NOT EXISTS "IDX_review_flagged" ON "review" ("flagged_at") WHERE state = 'flagged'`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_review_file_unique" ON "review_file" ("review_id", "sha256")`,
    ]) {
      this.addSql(`CREATE ${index};`)
    }
  }

  override async down(): Promise<void> {
    for (const table of ['product_rating', 'review_file', 'review'])
      this.addSql(`drop table if exists "${table}" cascade;`)
  }
}
