import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import { SCAN_REPORT_MODULE } from '../modules/scan-report'
import type { ScanReportModuleService } from '../modules/scan-report/service'

const AT_ONCE = 100

/**
 * Erases what is personal in reports of more than twelve months ago: first the photo from the file store, then the row's
 * words; a run that stops between the two is made up for by the next. In: the moment of the run. Out: reports erased.
 */
export async function eraseOldReports(container: MedusaContainer, now: Date): Promise<number> {
  const reports: ScanReportModuleService = container.resolve(SCAN_REPORT_MODULE)
  const old = await reports.expired(now, AT_ONCE)
  const photos = old.flatMap(({ photo }) => photo ?? [])
  if (photos.length > 0) await container.resolve(Modules.FILE).deleteFiles(photos)
  await reports.erase(
    old.map(({ id }) => id),
    now,
  )
  return old.length
}
