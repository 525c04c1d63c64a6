import { Migration } from '@medusajs/framework/mikro-orm/migrations'

export class Migration20261122160353 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "cart_placement" drop constraint if exists "cart_placement_order_id_unique";`)
    this.addSql(
      `create table if not exists "cart_placement" ("cart_id" text not null, "order_id" text not null, "display_id" integer not null, "total" numeric not null, "placed_at" timestamptz not null, "raw_total" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "cart_placement_pkey" primary key ("cart_id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_cart_placement_deleted_at" ON "cart_placement" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_cart_placement_order_id_unique" ON "cart_placement" ("order_id") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "idempotent_answer" ("key" text not null, "body_hash" text not null, "answer" jsonb not null, "expires_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "idempotent_answer_pkey" primary key ("key"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_idempotent_answer_deleted_at" ON "idempotent_answer" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_idempotent_answer_expires_at" ON "idempotent_answer" ("expires_at") WHERE deleted_at IS NULL;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "cart_placement" cascade;`)

    this.addSql(`drop table if exists "idempotent_answer" cascade;`)
  }
}
