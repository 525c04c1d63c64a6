import { Migration } from '@medusajs/framework/mikro-orm/migrations'
import { CREATE_TEXT_SEARCH_CONFIGURATION } from '../text-search-configuration'

/** The text search configuration of the shop; see `text-search-configuration.ts`. */
export class Migration20261122090000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(CREATE_TEXT_SEARCH_CONFIGURATION)
  }

  override async down(): Promise<void> {
    this.addSql('DROP TEXT SEARCH CONFIGURATION IF EXISTS medusa_search_simple;')
  }
}
