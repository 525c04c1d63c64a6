import { messages } from './messages.ts'

/** What can be done, as a short deed: for posts and for the journal. The key is the verb with `_` for `:`. */
export const officialVerbs = messages({
  dossier_read: { vi: 'xem hồ sơ', en: 'read dossiers' },
  dossier_return: { vi: 'trả hồ sơ để sửa', en: 'return dossiers for correction' },
  dossier_pass_on: { vi: 'chuyển hồ sơ lên trên', en: 'pass dossiers on' },
  advice_write: { vi: 'ghi ý kiến tư vấn', en: 'write advice' },
  sitting_prepare: { vi: 'chuẩn bị phiên họp', en: 'prepare sittings' },
  sheet_score: { vi: 'chấm điểm', en: 'score' },
  decision_draft: { vi: 'soạn quyết định', en: 'draft decisions' },
  decision_sign: { vi: 'ký quyết định', en: 'sign decisions' },
  decision_import: { vi: 'nhập quyết định cũ', en: 'import past decisions' },
  register_read: { vi: 'xem sổ đăng bạ', en: 'read the register' },
  post_inspection_plan: { vi: 'lập kế hoạch hậu kiểm', en: 'plan post-inspections' },
  post_inspection_record: { vi: 'ghi kết quả hậu kiểm', en: 'record post-inspections' },
  report_read: { vi: 'xem báo cáo', en: 'read reports' },
  report_release: { vi: 'phát hành báo cáo', en: 'release reports' },
  report_plan: { vi: 'Ghi chỉ tiêu kế hoạch', en: 'Write plan targets down' },
  audit_read: { vi: 'xem nhật ký', en: 'read the journal' },
  person_read: { vi: 'xem thông tin cá nhân', en: 'read personal data' },
  official_create: { vi: 'tạo tài khoản cán bộ', en: 'make an official’s account' },
  official_change: { vi: 'sửa tài khoản cán bộ', en: 'change an official’s account' },
  official_give_post: { vi: 'giao chức vụ', en: 'give a post' },
  official_end_post: { vi: 'đặt ngày hết chức vụ', en: 'set the end of a post' },
})
