import { Migration } from '@medusajs/framework/mikro-orm/migrations'

/**
 * Proposals of agreements can be declined and withdrawn, and carry a note. One that is to change a running agreement waits beside it, so
 * that what must be unique is the proposal that waits and the agreement that has no end yet, each for itself.
 */
export class Migration20261124021571 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "centre_agreement" add column if not exists "note" text null;`)
    this.addSql(`alter table "centre_agreement" drop constraint if exists "centre_agreement_state_check";`)
    this.addSql(
      `alter table "centre_agreement" add constraint "centre_agreement_state_check" check ("state" in ('offered', 'accepted', 'ended', 'declined', 'withdrawn'));`,
    )
    this.addSql(`DROP INDEX IF EXISTS "IDX_centre_agreement_open_unique";`)
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_centre_agreement_offered_unique" ON "centre_agreement" ("producer_id", "centre_id") WHERE state = 'offered' AND deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_centre_agreement_accepted_unique" ON "centre_agreement" ("producer_id", "centre_id") WHERE state = 'accepted' AND deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`delete from "centre_agreement" where "state" not in ('accepted', 'ended');`)
    this.addSql(`DROP INDEX IF EXISTS "IDX_centre_agreement_accepted_unique";`)
    this.addSql(`DROP INDEX IF EXISTS "IDX_centre_agreement_offered_unique";`)
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_centre_agreement_open_unique" ON "centre_agreement" ("producer_id", "centre_id") WHERE state IN ('offered', 'accepted') AND deleted_at IS NULL;`,
    )
    this.addSql(`alter table "centre_agreement" drop constraint if exists "centre_agreement_state_check";`)
    this.addSql(
      `alter table "centre_agreement" add constraint "centre_agreement_state_check" check ("state" in ('offered', 'accepted', 'ended'));`,
    )
    this.addSql(`alter table "centre_agreement" drop column if exists "note";`)
  }
}
