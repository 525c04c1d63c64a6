import { Migration } from '@medusajs/framework/mikro-orm/migrations'
import { PROPOSAL_STATES } from '../proposal-states'

const STATES = PROPOSAL_STATES.map((state) => `'${state}'`).join(', ')

/** New listings that producers propose. */
export class Migration20261124094069 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "listing_proposal" ("id" text not null, "producer_id" text not null, "state" text check ("state" in (${STATES})) not null default 'draft', "content" jsonb not null, "version" integer not null default 1, "handle" text null, "product_id" text null, "written_by" text not null, "submitted_at" timestamptz null, "decided_by" text null, "decided_at" timestamptz null, "reason" text null, "sample" boolean not null default false, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "listing_proposal_pkey" primary key ("id"), constraint "listing_proposal_approved" check (("state" = 'approved') = ("product_id" is not null)));`,
    )
    for (const index of [
      `INDEX IF NOT EXISTS "IDX_listing_proposal_producer" ON "listing_proposal" ("producer_id", "state")`,
      `INDEX IF NOT EXISTS "IDX_listing_proposal_state" ON "listing_proposal" ("state", "submitted_at")`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_listing_proposal_handle_unique" ON "listing_proposal" ("handle") WHERE handle IS NOT NULL`,
    ]) {
      this.addSql(`CREATE ${index};`)
    }
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "listing_proposal" cascade;`)
  }
}
