import { Migration } from '@medusajs/framework/mikro-orm/migrations'

/**
 * Whether goods keep, which decides for what reasons they may come back; listings that their producer pauses; harvests that are ordered
 * before; pack sizes proposed for products
 * on sale; and the label among what a change of a listing was made from and asks for.
 */
export class Migration20261124105501 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "listing_detail" add column if not exists "perishable" boolean not null default false, add column if not exists "paused_at" timestamptz null;`,
    )
    this.addSql(`alter table if exists "listing_proposal" add column if not exists "for_product_id" text null;`)
    this.addSql(
      `create table if not exists "preorder" ("id" text not null, "sku" text not null, "harvest_from" text not null, "harvest_to" text not null, "closed_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "preorder_pkey" primary key ("id"), constraint "preorder_window" check ("harvest_from" <= "harvest_to"));`,
    )
    this.addSql(`create unique index if not exists "IDX_preorder_sku_unique" on "preorder" ("sku");`)
    this.addSql(
      `update "listing_change" c set "base" = l."label" || c."base", "proposed" = l."label" || c."proposed"
       from (select "product_id", jsonb_build_object('label', jsonb_build_object('netContent', "net_content", 'ingredients', "ingredients",
         'allergens', "allergens", 'storage', "storage", 'usage', "usage", 'warning', "warning", 'standard', "standard",
         'perishable', "perishable")) as "label" from "listing_detail" where "deleted_at" is null) l
       where l."product_id" = c."product_id";`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "preorder";`)
    this.addSql(
      `alter table if exists "listing_detail" drop column if exists "perishable", drop column if exists "paused_at";`,
    )
    this.addSql(`alter table if exists "listing_proposal" drop column if exists "for_product_id";`)
  }
}
