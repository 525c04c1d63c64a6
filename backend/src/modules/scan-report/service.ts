import type { SqlEntityManager } from '@medusajs/framework/mikro-orm/knex'
import type { Context } from '@medusajs/framework/types'
import { InjectManager, MedusaContext, MedusaService } from '@medusajs/framework/utils'
import { ScanReport } from './models/scan-report'

/** How long what people wrote, how they can be reached and their photo are kept, in months. */
export const KEPT_MONTHS = 12

const EXPIRED = `
  SELECT id, photo FROM scan_report
  WHERE erased_at IS NULL AND created_at < ?::timestamptz - make_interval(months => ?)
  ORDER BY created_at LIMIT ?`

const ERASE = `
  UPDATE scan_report SET message = NULL, contact = NULL, photo = NULL, handled_note = NULL, erased_at = ?, updated_at = now()
  WHERE id IN (SELECT jsonb_array_elements_text(?::jsonb)) AND erased_at IS NULL`

/** What people told us after a scan. */
export class ScanReportModuleService extends MedusaService({ ScanReport }) {
  /** Reports whose personal data has been kept long enough, oldest first. In: the moment of the run. */
  @InjectManager()
  async expired(
    now: Date,
    limit: number,
    @MedusaContext() context: Context<SqlEntityManager> = {},
  ): Promise<{ id: string; photo: string | null }[]> {
    const found = await context.manager?.execute<{ id: string; photo: string | null }[]>(EXPIRED, [
      ...[now.toISOString(), KEPT_MONTHS, limit],
    ])
    return found ?? []
  }

  /** Erases everything personal of reports; kind, code and times stay for the figures. */
  @InjectManager()
  async erase(ids: string[], now: Date, @MedusaContext() context: Context<SqlEntityManager> = {}): Promise<void> {
    if (ids.length > 0) await context.manager?.execute(ERASE, [now.toISOString(), JSON.stringify(ids)])
  }
}
