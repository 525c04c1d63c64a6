import { Migration } from '@medusajs/framework/mikro-orm/migrations'

/** Four roles in place of two (a plain member becomes a manager, who may do what members did), and the tax code of a seller. */
export class Migration20261123220563 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "producer_member" drop constraint if exists "producer_member_role_check";`)
    this.addSql(`update "producer_member" set "role" = 'manager' where "role" = 'member';`)
    this.addSql(`alter table "producer_member" alter column "role" set default 'manager';`)
    this.addSql(
      `alter table "producer_member" add constraint "producer_member_role_check" check ("role" in ('owner', 'manager', 'packer', 'bookkeeper'));`,
    )
    this.addSql(`alter table "producer" add column if not exists "tax_code" text null;`)
    this.addSql(`alter table "producer" add column if not exists "registration_number" text null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "producer" drop column if exists "registration_number";`)
    this.addSql(`alter table "producer" drop column if exists "tax_code";`)
    this.addSql(`alter table "producer_member" drop constraint if exists "producer_member_role_check";`)
    this.addSql(`update "producer_member" set "role" = 'member' where "role" <> 'owner';`)
    this.addSql(`alter table "producer_member" alter column "role" set default 'member';`)
    this.addSql(
      `alter table "producer_member" add constraint "producer_member_role_check" check ("role" in ('owner', 'member'));`,
    )
  }
}
