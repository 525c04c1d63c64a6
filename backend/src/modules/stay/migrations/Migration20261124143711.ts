import { Migration } from '@medusajs/framework/mikro-orm/migrations'
import { STAY_STATES } from '../states'

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null`
const among = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ')
const day = (column: string) => `"${column}" text check ("${column}" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')`

/** Enquiries for stays and tours with their offers, and how many guests a place takes a day. */
export class Migration20261124143711 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "stay_enquiry" ("id" text not null, "request_key" text not null, "product_id" text not null, "producer_id" text not null, ${day('from_day')} not null, ${day('to_day')} not null, "adults" integer check ("adults" between 1 and 200) not null, "children" integer check ("children" between 0 and 199) not null default 0, "name" text null, "phone" text null, "email" text null, "note" text null, "consent_version" text not null, "locale" text check ("locale" in ('vi', 'en')) not null default 'vi', "state" text check ("state" in (${among(STAY_STATES)})) not null default 'asked', "asked_at" timestamptz not null, "offer_no" integer not null default 0, "price" bigint check ("price" >= 0) null, "included" text null, "words" text null, ${day('offer_until')} null, "offered_at" timestamptz null, "decline_reason" text null, "answered_by" text null, "decided_at" timestamptz null, "closed_at" timestamptz null, "erased_at" timestamptz null, ${TIMES}, constraint "stay_enquiry_pkey" primary key ("id"), constraint "stay_enquiry_days" check ("from_day" <= "to_day"), constraint "stay_enquiry_guests" check ("adults" + "children" <= 200), constraint "stay_enquiry_contact" check ("erased_at" is not null or "phone" is not null or "email" is not null), constraint "stay_enquiry_offer" check ("state" not in ('offered', 'accepted', 'done', 'no_show') or ("price" is not null and "offer_until" is not null)));`,
    )
    this.addSql(
      `create table if not exists "stay_house" ("product_id" text not null, "producer_id" text not null, "guests_per_day" integer check ("guests_per_day" between 1 and 1000) null, ${TIMES}, constraint "stay_house_pkey" primary key ("product_id"));`,
    )
    this.addSql(
      `create table if not exists "stay_calendar" ("id" text not null, "product_id" text not null, ${day('day')} not null, "guests" integer check ("guests" between 0 and 1000) not null, ${TIMES}, constraint "stay_calendar_pkey" primary key ("id"));`,
    )
    for (const index of [
      `UNIQUE INDEX IF NOT EXISTS "IDX_stay_enquiry_request_key" ON "stay_enquiry" ("request_key")`,
      `INDEX IF NOT EXISTS "IDX_stay_enquiry_producer" ON "stay_enquiry" ("producer_id", "state", "from_day")`,
      `INDEX IF NOT EXISTS "IDX_stay_enquiry_product" ON "stay_enquiry" ("product_id", "from_day", "to_day")`,
      `INDEX IF NOT EXISTS "IDX_stay_enquiry_state" ON "stay_enquiry" ("state", "asked_at")`,
      `UNIQUE INDEX IF NOT EXISTS "IDX_stay_calendar_day_unique" ON "stay_calendar" ("product_id", "day")`,
    ]) {
      this.addSql(`CREATE ${index};`)
    }
  }

  override async down(): Promise<void> {
    for (const table of ['stay_calendar', 'stay_house', 'stay_enquiry']) {
      this.addSql(`drop table if exists "${table}" cascade;`)
    }
  }
}
