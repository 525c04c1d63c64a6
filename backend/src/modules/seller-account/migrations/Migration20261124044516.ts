import { Migration } from '@medusajs/framework/mikro-orm/migrations'

/** Links by which members of producers set a new password. */
export class Migration20261124044516 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "member_password_reset" ("id" text not null, "member_id" text not null, "token_hash" text not null, "expires_at" timestamptz not null, "used_at" timestamptz null, "issued_by" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "member_password_reset_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_member_password_reset_token_unique" ON "member_password_reset" ("token_hash");`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_member_password_reset_member" ON "member_password_reset" ("member_id", "expires_at");`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "member_password_reset" cascade;`)
  }
}
