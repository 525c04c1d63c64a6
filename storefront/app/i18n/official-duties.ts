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
  duty_dossiers_waiting: {
    vi: { other: '{count} hồ sơ chờ xã xem xét' },
    en: { one: '{count} dossier waits for the commune', other: '{count} dossiers wait for the commune' },
  },
  duty_evaluations_receive: {
    vi: { other: 'Tiếp nhận {count} hồ sơ được chuyển lên' },
    en: { one: 'Receive {count} dossier that was sent on', other: 'Receive {count} dossiers that were sent on' },
  },
  duty_evaluations_advise: {
    vi: { other: 'Tổ tư vấn xem {count} hồ sơ' },
    en: { one: 'Advise on {count} dossier', other: 'Advise on {count} dossiers' },
  },
  duty_evaluations_prepare: {
    vi: { other: 'Gọi họp cho {count} hồ sơ đã sẵn sàng' },
    en: { one: 'Call a sitting for {count} dossier', other: 'Call a sitting for {count} dossiers' },
  },
  duty_evaluations_decide: {
    vi: { other: 'Chốt kết quả {count} hồ sơ đã chấm xong' },
    en: { one: 'Confirm the result of {count} dossier', other: 'Confirm the results of {count} dossiers' },
  },
  duty_sheets_score: {
    vi: { other: 'Chấm và nộp {count} phiếu' },
    en: { one: 'Score and hand in {count} sheet', other: 'Score and hand in {count} sheets' },
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
  duty_report_due: {
    vi: { other: '{count} báo cáo tới hạn nộp' },
    en: { one: '{count} report to hand in', other: '{count} reports to hand in' },
  },
  duty_other: {
    vi: { other: '{count} việc cần xem' },
    en: { one: '{count} thing to look at', other: '{count} things to look at' },
  },
})
