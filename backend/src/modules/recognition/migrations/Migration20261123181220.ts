import { Migration } from '@medusajs/framework/mikro-orm/migrations'

const KINDS_BEFORE = `'recognition', 'revocation', 'suspension', 'extension', 'correction'`

/** Decisions that lift a suspension. */
export class Migration20261123181220 extends Migration {
  override async up(): Promise<void> {
    for (const table of ['council_decision', 'decision_draft']) {
      this.addSql(
        `alter table "${table}" drop constraint if exists "${table}_kind_check", add constraint "${table}_kind_check" check ("kind" in (${KINDS_BEFORE}, 'lifting'));`,
      )
    }
    this.addSql(
      `alter table "recognition_suspension" add column if not exists "lifted_by_decision_id" text null, add column if not exists "planned_to" text null;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table "recognition_suspension" drop column if exists "lifted_by_decision_id", drop column if exists "planned_to";`,
    )
    for (const table of ['council_decision', 'decision_draft']) {
      this.addSql(`delete from "${table}" where "kind" = 'lifting';`)
      this.addSql(
        `alter table "${table}" drop constraint if exists "${table}_kind_check", add constraint "${table}_kind_check" check ("kind" in (${KINDS_BEFORE}));`,
      )
    }
  }
}
