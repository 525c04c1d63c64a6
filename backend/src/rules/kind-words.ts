import type { RuleConfidence, RuleKind } from '@sao-lang/traceability/verify/rating'

/** What the kinds of rules are called at the dashboard. */
export const RULE_KIND_WORDS: Record<RuleKind, string> = {
  rubric: 'Bộ tiêu chí',
  authority: 'Thẩm quyền',
  rounds: 'Đợt đánh giá',
  windows: 'Thời hạn',
  'product-code': 'Mã sản phẩm',
  sectors: 'Nhóm sản phẩm',
  'revocation-grounds': 'Căn cứ thu hồi',
  scoring: 'Cách tính điểm',
  'paper-kinds': 'Loại giấy tờ',
  'dossier-papers': 'Thành phần hồ sơ',
  holidays: 'Ngày nghỉ lễ',
}

export const RULE_CONFIDENCE_WORDS: Record<RuleConfidence, string> = {
  sure: 'Theo văn bản',
  likely: 'Theo nguồn gián tiếp',
  assumed: 'Giả định',
}
