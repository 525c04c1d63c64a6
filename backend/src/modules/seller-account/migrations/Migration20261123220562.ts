import { Migration } from '@medusajs/framework/mikro-orm/migrations'

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`
const HERE = `WHERE deleted_at IS NULL`
const TEXTS = [
  'legal_form',
  'tax_code',
  'registration_number',
  'province_code',
  'commune_code',
  'street',
  'representative',
  'phone',
  'email',
  'goods',
  'bank_bin',
  'bank_holder',
]

/** Applications to sell with their papers, and invitations of producers' people. */
export class Migration20261123220562 extends Migration {
  override async up(): Promise<void> {
    const texts = TEXTS.map((name) => `"${name}" text not null default ''`).join(', ')
    this.addSql(
      `create table if not exists "seller_application" ("id" text not null, "number" text not null, "state" text check ("state" in ('draft', 'submitted', 'sent_back', 'approved', 'refused')) not null default 'draft', "name" text not null, "name_folded" text not null, ${texts}, "bank_ciphertext" text null, "bank_nonce" text null, "bank_key_id" text null, "bank_last_four" text null, "terms_agreed_at" timestamptz null, "privacy_agreed_at" timestamptz null, "reasons" jsonb not null default '[]', "refuse_reason" text null, "submitted_at" timestamptz null, "decided_at" timestamptz null, "decided_by" text null, "producer_id" text null, "invitation_id" text null, "sample" boolean not null default false, ${TIMES}, constraint "seller_application_pkey" primary key ("id"), constraint CHK_seller_application_approved check ("state" <> 'approved' or "producer_id" is not null));`,
    )
    this.addSql(
      `create table if not exists "seller_paper" ("id" text not null, "application_id" text not null, "kind" text check ("kind" in ('business_registration', 'representative_id', 'food_safety', 'ocop_decision', 'bank_proof', 'other')) not null, "title" text not null, "file" text not null, "media_type" text not null, "sha256" text not null, "bytes" integer not null, ${TIMES}, constraint "seller_paper_pkey" primary key ("id"));`,
    )
    this.addSql(
      `create table if not exists "member_invitation" ("id" text not null, "producer_id" text not null, "name" text not null, "role" text check ("role" in ('owner', 'manager', 'packer', 'bookkeeper')) not null, "contact_kind" text check ("contact_kind" in ('email', 'phone')) not null, "ciphertext" text not null, "nonce" text not null, "key_id" text not null, "masked" text not null, "state" text check ("state" in ('open', 'accepted', 'withdrawn')) not null default 'open', "expires_at" timestamptz not null, "invited_by" text not null, "accepted_at" timestamptz null, "member_id" text null, "sample" boolean not null default false, ${TIMES}, constraint "member_invitation_pkey" primary key ("id"));`,
    )
    for (const table of TABLES) {
      this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_${table}_deleted_at" ON "${table}" ("deleted_at") ${HERE};`)
    }
    const indexes = [
      `UNIQUE INDEX IF NOT EXISTS "IDX_seller_application_number_unique" ON "seller_application" ("number")`,
      `INDEX IF NOT EXISTS "IDX_seller_application_state" ON "seller_application" ("state", "submitted_at") ${HERE}`,
      `INDEX IF NOT EXISTS "IDX_seller_application_tax_code" ON "seller_application" ("tax_code") WHERE tax_code <> '' AND deleted_at IS NULL`,
      `INDEX IF NOT EXISTS "IDX_seller_paper_application" ON "seller_paper" ("application_id") ${HERE}`,
      `INDEX IF NOT EXISTS "IDX_member_invitation_producer" ON "member_invitation" ("producer_id", "state") ${HERE}`,
    ]
    for (const index of indexes) this.addSql(`CREATE ${index};`)
  }

  override async down(): Promise<void> {
    for (const table of [...TABLES].reverse()) this.addSql(`drop table if exists "${table}" cascade;`)
  }
}

const TABLES = ['seller_application', 'seller_paper', 'member_invitation']
