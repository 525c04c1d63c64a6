import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { NOTICE_MODULE } from '../../../modules/notice'
import type { NoticeModuleService } from '../../../modules/notice/service'
import { audienceKey } from '../../../notices/audience-key'
import type { NoticeDraft } from '../../../notices/notify'

/** Tells people with an account; the undo takes back what was new. Out: ids of the new notices. */
export const notifyStep = createStep(
  'notify',
  async (drafts: NoticeDraft[], { container }) => {
    const notices: NoticeModuleService = container.resolve(NOTICE_MODULE)
    const made = await notices.tell(
      drafts.map(({ audience, kind, subject, params, dedupeKey }) => ({
        audience: audienceKey(audience),
        kind,
        subject_type: subject.type,
        subject_id: subject.id,
        params: { ...params },
        dedupe_key: dedupeKey,
      })),
    )
    return new StepResponse(made, made)
  },
  async (made, { container }) => {
    if (!made?.length) return
    const notices: NoticeModuleService = container.resolve(NOTICE_MODULE)
    await notices.deleteNotices(made)
  },
)
