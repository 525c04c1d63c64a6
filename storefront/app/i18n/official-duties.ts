import { messages } from './messages.ts'

/** What there can be to do, one text a kind: `duty_{key}` for each `DutyKey` of the backend. */
export const officialDuties = messages({
  duty_post_ends: {
    vi: { other: '{count} chức vụ của bạn sắp hết hạn: bàn giao việc đang dở' },
    en: {
      one: '{count} post of yours ends soon: hand over open work',
      other: '{count} posts of yours end soon: hand over open work',
    },
  },
  duty_inspection_planned: {
    vi: { other: '{count} cuộc hậu kiểm đến kỳ theo kế hoạch' },
    en: { one: '{count} planned inspection is due', other: '{count} planned inspections are due' },
  },
  duty_follow_up_overdue: {
    vi: { other: '{count} yêu cầu khắc phục quá hạn' },
    en: { one: '{count} follow-up is overdue', other: '{count} follow-ups are overdue' },
  },
  duty_follow_up_answered: {
    vi: { other: '{count} báo cáo khắc phục chờ xem xét' },
    en: { one: '{count} answer of a producer to look at', other: '{count} answers of producers to look at' },
  },
  duty_revocation_proposed: {
    vi: { other: '{count} đề nghị thu hồi chờ quyết định' },
    en: { one: '{count} proposed revocation to decide', other: '{count} proposed revocations to decide' },
  },
  duty_other: {
    vi: { other: '{count} việc cần xem' },
    en: { one: '{count} thing to look at', other: '{count} things to look at' },
  },
})
