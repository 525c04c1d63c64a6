import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { NOTICE_MODULE } from '../../../modules/notice'
import type { NoticeModuleService, NoticeReader } from '../../../modules/notice/service'

/** Notes what a reader has read, each notice once; the undo makes the new ones unread. Out: how many were new. */
export const markNoticesReadStep = createStep(
  'mark-notices-read',
  async ({ reader, upTo }: { reader: NoticeReader; upTo: string }, { container }) => {
    const notices: NoticeModuleService = container.resolve(NOTICE_MODULE)
    const readings = await notices.markRead(reader, upTo)
    return new StepResponse(readings.length, readings)
  },
  async (readings, { container }) => {
    if (!readings?.length) return
    const notices: NoticeModuleService = container.resolve(NOTICE_MODULE)
    await notices.deleteNoticeReadings(readings)
  },
)
