import type { Look, LookResult, MarkViolation, Trigger } from '../modules/post-inspection/kinds'
import type { FollowUpState } from '../modules/post-inspection/states'
import type { RightState } from './mark-right'

/** Words of papers and files, which are Vietnamese. */
export const LOOK_WORDS: Record<Look, string> = {
  criteria: 'Duy trì tiêu chí',
  mark_use: 'Sử dụng nhãn hiệu',
  product_information: 'Thông tin sản phẩm',
  advertising: 'Quảng cáo',
}
export const LOOK_RESULT_WORDS: Record<LookResult, string> = {
  pass: 'Đạt',
  fail: 'Chưa đạt',
  not_looked: 'Không kiểm tra',
}
export const TRIGGER_WORDS: Record<Trigger, string> = {
  complaint: 'phản ánh của người tiêu dùng',
  clone_alert: 'cảnh báo tem bị sao chép',
  inspector_record: 'biên bản kiểm tra thị trường',
  media: 'thông tin báo chí',
}
export const VIOLATION_WORDS: Record<MarkViolation, string> = {
  lapsed: 'Dùng nhãn hiệu khi công nhận đã hết hạn hoặc bị thu hồi',
  wrong_stars: 'Ghi sai số sao',
  other_product: 'Gắn nhãn hiệu lên sản phẩm khác',
  unrecognised_seller: 'Người bán không có sản phẩm được công nhận',
  altered_mark: 'Sửa đổi biểu trưng',
  star_on_sign: 'Gắn sao lên biển hiệu cửa hàng',
  misleading_advertising: 'Quảng cáo gây hiểu nhầm',
}
export const FOLLOW_UP_WORDS: Record<FollowUpState, string> = {
  open: 'chờ chủ thể khắc phục',
  answered: 'chủ thể đã báo cáo, chờ xem xét',
  accepted: 'đã khắc phục',
  refused: 'chưa đạt, phải làm lại',
}
export const RIGHT_WORDS: Record<RightState, string> = {
  valid: 'Được dùng',
  not_yet_valid: 'Chưa đến ngày hiệu lực',
  expired: 'Công nhận đã hết hạn',
  revoked: 'Công nhận đã bị thu hồi',
  suspended: 'Công nhận đang bị tạm đình chỉ',
  replaced: 'Đã có công nhận mới thay thế',
}
