import { Migration } from '@medusajs/framework/mikro-orm/migrations'

/** Centres are paid as producers are: an account is of one producer or of one centre. */
export class Migration20261124050516 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "bank_account" add column if not exists "centre_id" text null;`)
    this.addSql(`alter table "bank_account" alter column "producer_id" drop not null;`)
    this.addSql(`alter table "bank_account" drop constraint if exists "CHK_bank_account_owner";`)
    this.addSql(
      `alter table "bank_account" add constraint "CHK_bank_account_owner" check (num_nonnulls("producer_id", "centre_id") = 1);`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_bank_account_centre_unique" ON "bank_account" ("centre_id") WHERE centre_id IS NOT NULL AND replaced_at IS NULL AND deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_bank_account_centre_unique";`)
    this.addSql(`alter table "bank_account" drop constraint if exists "CHK_bank_account_owner";`)
    this.addSql(`alter table "bank_account" drop column if exists "centre_id";`)
  }
}
