import type { CloneAlert } from '@sao-lang/traceability/storage/clone-alerts'

/** Words for people of what an alert holds: pages of the dashboard and case files read them. */
export const ALERT_KIND_WORDS: Record<CloneAlert['kind'], string> = {
  copied: 'Nghi tem bị sao chép',
  shown_in_public: 'Nhiều người kiểm tra trong thời gian ngắn; mã có thể đã lên truyền hình hoặc mạng xã hội',
  out_of_use: 'Tem không được lưu hành nhưng vẫn có người kiểm tra',
  more_units_than_commissioned: 'Nhiều tem chưa kích hoạt của cùng một đợt in đã có người kiểm tra',
}

export const ALERT_LEVEL_WORDS: Record<CloneAlert['level'], string> = {
  watch: 'Theo dõi',
  suspect: 'Cần xem ngay',
}

export const ALERT_OUTCOME_WORDS: Record<NonNullable<CloneAlert['outcome']>, string> = {
  decayed: 'Không còn dấu hiệu',
  dismissed: 'Không phải sao chép',
  shown_publicly: 'Mã đã được đưa công khai',
}

/** What makes up an alert, one sentence a sign. */
export const ALERT_SIGN_WORDS: Record<CloneAlert['signals'][number]['name'], string> = {
  visits: 'Số lượt kiểm tra nhiều hơn mức thường thấy ở một gói hàng',
  areas: 'Được kiểm tra ở nhiều tỉnh hơn mức thường thấy ở một gói hàng',
  impossible_speed: 'Được kiểm tra ở hai tỉnh xa nhau trong khoảng thời gian không đủ để di chuyển',
  before_commissioning: 'Được kiểm tra từ trước khi tem được kích hoạt',
  after_sale: 'Được kiểm tra nhiều lần sau khi hàng đã bán',
  outside_destination: 'Được kiểm tra nhiều lần ở ngoài tỉnh đã bán hàng',
  out_of_use: 'Được kiểm tra khi tem đã hủy, hàng đã tiêu hủy hoặc đã báo mất',
  second_sale: 'Gói hàng đã ghi là bán lại có người ghi bán lần nữa',
}
