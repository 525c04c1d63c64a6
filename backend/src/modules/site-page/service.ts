import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/knex'
import type { Context } from '@medusajs/framework/types'
import { InjectManager, MedusaContext, MedusaService } from '@medusajs/framework/utils'
import { SitePageVersion } from './models/site-page-version'

const IN_FORCE = `
  SELECT DISTINCT ON (page) id FROM site_page_version
  WHERE published_from <= ?::timestamptz AND deleted_at IS NULL
  ORDER BY page, published_from DESC, no DESC`

/** The wordings of the pages about the site. */
export class SitePageModuleService extends MedusaService({ SitePageVersion }) {
  /** Ids of the versions that people read at a moment, one a page. */
  @InjectManager()
  async inForce(at: Date, @MedusaContext() context: Context<SqlEntityManager> = {}): Promise<string[]> {
    const found = await context.manager?.execute<{ id: string }[]>(IN_FORCE, [at.toISOString()])
    return (found ?? []).map(({ id }) => id)
  }
}
