import { Migration } from '@medusajs/framework/mikro-orm/migrations'

/** Whether goods keep, which decides for what reasons they may come back. */
export class Migration20261124105501 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "listing_detail" add column if not exists "perishable" boolean not null default false;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "listing_detail" drop column if exists "perishable";`)
  }
}
