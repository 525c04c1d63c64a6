import { Migration } from '@medusajs/framework/mikro-orm/migrations'

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`

/** Messages to people outside the site. */
export class Migration20261123220051 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "dispatch_message" ("id" text not null, "dedupe_key" text not null, "channel" text check ("channel" in ('email', 'phone')) not null, "kind" text not null, "params" jsonb not null, "locale" text check ("locale" in ('vi', 'en')) not null, "hint" text not null, "sealed" jsonb null, "state" text check ("state" in ('waiting', 'sent', 'failed', 'unsendable')) not null, "reason" text null, "attempts" integer not null default 0, "next_attempt_at" timestamptz not null, "sent_at" timestamptz null, "last_error" text null, ${TIMES}, constraint "dispatch_message_pkey" primary key ("id"), constraint "dispatch_message_sealed" check ("state" <> 'waiting' or "sealed" is not null));`,
    )
    // For every row, softly deleted ones too: nothing is told twice.
    for (const index of [
      `UNIQUE INDEX IF NOT EXISTS "IDX_dispatch_message_dedupe_unique" ON "dispatch_message" ("dedupe_key")`,
      `INDEX IF NOT EXISTS "IDX_dispatch_message_due" ON "dispatch_message" ("next_attempt_at") WHERE state = 'waiting'`,
      `INDEX IF NOT EXISTS "IDX_dispatch_message_state" ON "dispatch_message" ("state", "id")`,
    ]) {
      this.addSql(`CREATE ${index};`)
    }
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "dispatch_message" cascade;`)
  }
}
