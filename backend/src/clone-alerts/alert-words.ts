import type { CloneAlert } from '@sao-lang/traceability/storage/clone-alerts'

/** Words for people of what an alert holds: pages of the dashboard and case files read them. */
export const ALERT_KIND_WORDS: Record<CloneAlert['kind'], string> = {
  copied: 'Nghi tem bị sao chép',
  shown_in_public: 'Nhiều người quét cùng lúc, mã có thể đã lên truyền hình hoặc mạng',
  out_of_use: 'Tem không còn lưu hành vẫn được quét',
  more_units_than_commissioned: 'Nhiều tem chưa kích hoạt của đợt in đã được quét',
}

export const ALERT_LEVEL_WORDS: Record<CloneAlert['level'], string> = {
  watch: 'Theo dõi',
  suspect: 'Cần xem ngay',
}

export const ALERT_OUTCOME_WORDS: Record<NonNullable<CloneAlert['outcome']>, string> = {
  decayed: 'Dấu hiệu đã hết',
  dismissed: 'Đã bỏ qua: không phải sao chép',
  shown_publicly: 'Mã đã được đưa công khai',
}

/** What makes up an alert, one sentence a sign. */
export const ALERT_SIGN_WORDS: Record<CloneAlert['signals'][number]['name'], string> = {
  visits: 'Được quét nhiều lần hơn một gói hàng thường gặp',
  areas: 'Được quét ở nhiều tỉnh hơn một gói hàng thường đi qua',
  impossible_speed: 'Được quét ở hai tỉnh cách xa nhau trong thời gian không kịp đi',
  before_commissioning: 'Được quét từ trước khi tem được kích hoạt',
  after_sale: 'Được quét nhiều lần sau khi đã bán',
  outside_destination: 'Được quét nhiều lần ngoài tỉnh đã bán',
  out_of_use: 'Được quét khi tem đã hủy, đã tiêu hủy hoặc đã báo mất',
  second_sale: 'Có người bán lại gói hàng đã ghi là bán',
}
