import { Migration } from '@medusajs/framework/mikro-orm/migrations'

/**
 * Whether goods keep, which decides for what reasons they may come back; listings that their producer pauses; pack sizes proposed for products
 * on sale; and the label among what a change of a listing was made from and asks for.
 */
export class Migration20261124105501 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "listing_detail" add column if not exists "perishable" boolean not null default false, add column if not exists "paused_at" timestamptz null;`,
    )
    this.addSql(`alter table if exists "listing_proposal" add column if not exists "for_product_id" text null;`)
    this.addSql(
      `update "listing_change" c set "base" = l."label" || c."base", "proposed" = l."label" || c."proposed"
       from (select "product_id", jsonb_build_object('label', jsonb_build_object('netContent', "net_content", 'ingredients', "ingredients",
         'allergens', "allergens", 'storage', "storage", 'usage', "usage", 'warning', "warning", 'standard', "standard",
         'perishable', "perishable")) as "label" from "listing_detail" where "deleted_at" is null) l
       where l."product_id" = c."product_id";`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "listing_detail" drop column if exists "perishable", drop column if exists "paused_at";`,
    )
    this.addSql(`alter table if exists "listing_proposal" drop column if exists "for_product_id";`)
  }
}
