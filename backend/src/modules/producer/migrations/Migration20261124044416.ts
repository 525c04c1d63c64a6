import { Migration } from '@medusajs/framework/mikro-orm/migrations'

/** From when on a member's sessions count: those from before end with a forgotten password. */
export class Migration20261124044416 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "producer_member" add column if not exists "sessions_from" timestamptz null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "producer_member" drop column if exists "sessions_from";`)
  }
}
