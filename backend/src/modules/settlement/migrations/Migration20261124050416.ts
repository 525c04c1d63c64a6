import { Migration } from '@medusajs/framework/mikro-orm/migrations'

/** Payouts go to centres too: a payout is of one producer or of one centre. */
export class Migration20261124050416 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "payout" add column if not exists "centre_id" text null;`)
    this.addSql(`alter table "payout" alter column "producer_id" drop not null;`)
    this.addSql(`alter table "payout" drop constraint if exists "payout_payee";`)
    this.addSql(
      `alter table "payout" add constraint "payout_payee" check (num_nonnulls("producer_id", "centre_id") = 1);`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_payout_batch_centre_unique" ON "payout" ("batch_id", "centre_id") WHERE "centre_id" IS NOT NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_payout_batch_centre_unique";`)
    this.addSql(`alter table "payout" drop constraint if exists "payout_payee";`)
    this.addSql(`alter table "payout" drop column if exists "centre_id";`)
  }
}
