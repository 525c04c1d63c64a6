import { Migration } from '@medusajs/framework/mikro-orm/migrations'

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`
const HERE = `WHERE deleted_at IS NULL`

/** Bank accounts, agreements with centres, suspensions. */
export class Migration20261123215561 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "bank_account" ("id" text not null, "producer_id" text not null, "bank_bin" text not null check ("bank_bin" ~ '^[0-9]{6}$'), "holder" text not null, "ciphertext" text not null, "nonce" text not null, "key_id" text not null, "last_four" text not null, "state" text check ("state" in ('unverified', 'verified')) not null default 'unverified', "verified_by" text null, "verified_at" timestamptz null, "given_by" text null, "replaced_at" timestamptz null, "sample" boolean not null default false, ${TIMES}, constraint "bank_account_pkey" primary key ("id"), constraint CHK_bank_account_verified check (("state" = 'verified') = ("verified_by" is not null and "verified_at" is not null)));`,
    )
    this.addSql(
      `create table if not exists "centre_agreement" ("id" text not null, "producer_id" text not null, "centre_id" text not null, "product_ids" text[] null, "share_bps" integer not null check ("share_bps" between 0 and 10000), "first_day" text not null, "last_day" text null, "state" text check ("state" in ('offered', 'accepted', 'ended')) not null default 'offered', "offered_by" text check ("offered_by" in ('producer', 'centre')) not null, "offered_by_id" text not null, "accepted_by" text null, "accepted_at" timestamptz null, "ended_by" text null, "ended_at" timestamptz null, "end_reason" text null, "sample" boolean not null default false, ${TIMES}, constraint "centre_agreement_pkey" primary key ("id"), constraint CHK_centre_agreement_days check ("last_day" is null or "state" = 'ended' or "first_day" <= "last_day"));`,
    )
    this.addSql(
      `create table if not exists "seller_suspension" ("id" text not null, "producer_id" text not null, "reason" text not null, "since" timestamptz not null, "until_day" text null, "suspended_by" text not null, "lifted_at" timestamptz null, "lifted_by" text null, "lift_note" text null, ${TIMES}, constraint "seller_suspension_pkey" primary key ("id"));`,
    )
    for (const table of TABLES) {
      this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_${table}_deleted_at" ON "${table}" ("deleted_at") ${HERE};`)
    }
    const indexes = [
      `UNIQUE INDEX IF NOT EXISTS "IDX_bank_account_current_unique" ON "bank_account" ("producer_id") WHERE replaced_at IS NULL AND deleted_at IS NULL`,
      `INDEX IF NOT EXISTS "IDX_bank_account_key_id" ON "bank_account" ("key_id") ${HERE}`,
      `INDEX IF NOT EXISTS "IDX_centre_agreement_producer" ON "centre_agreement" ("producer_id") ${HERE}`,
      `INDEX IF NOT EXISTS "IDX_centre_agreement_centre" ON "centre_agreement" ("centre_id", "state") ${HERE}`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_centre_agreement_open_unique" ON "centre_agreement" ("producer_id", "centre_id") WHERE state IN ('offered', 'accepted') AND deleted_at IS NULL`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_seller_suspension_open_unique" ON "seller_suspension" ("producer_id") WHERE lifted_at IS NULL AND deleted_at IS NULL`,
    ]
    for (const index of indexes) this.addSql(`CREATE ${index};`)
  }

  override async down(): Promise<void> {
    for (const table of [...TABLES].reverse()) this.addSql(`drop table if exists "${table}" cascade;`)
  }
}

const TABLES = ['bank_account', 'centre_agreement', 'seller_suspension']
