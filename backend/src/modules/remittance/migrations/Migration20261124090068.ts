import { Migration } from '@medusajs/framework/mikro-orm/migrations'

const BEFORE = `'new', 'applied', 'late', 'duplicate', 'wrong_amount', 'unmatched', 'not_ours', 'returned', 'refund_asked'`

/** A line of a statement may be the money of a counter sale; a sale is paid by one line. */
export class Migration20261124090068 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "bank_line" add column if not exists "sale_id" text null;`)
    this.addSql(`alter table "bank_line" drop constraint if exists "bank_line_state_check";`)
    this.addSql(
      `alter table "bank_line" add constraint "bank_line_state_check" check ("state" in (${BEFORE}, 'counter_sale'));`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_bank_line_sale_unique" ON "bank_line" ("sale_id") WHERE sale_id IS NOT NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`update "bank_line" set "state" = 'unmatched' where "state" = 'counter_sale';`)
    this.addSql(`alter table "bank_line" drop constraint if exists "bank_line_state_check";`)
    this.addSql(`alter table "bank_line" add constraint "bank_line_state_check" check ("state" in (${BEFORE}));`)
    this.addSql(`alter table "bank_line" drop column if exists "sale_id";`)
  }
}
