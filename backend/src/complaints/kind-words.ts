import type { ComplaintKind, ComplaintState } from '../modules/complaint/kinds'

/** What the operator reads. */
export const COMPLAINT_KIND_WORDS: Record<ComplaintKind, string> = {
  order: 'Đơn hàng, giao hàng',
  product: 'Sản phẩm không đúng mô tả',
  seller: 'Chủ thể bán hàng',
  refund: 'Hoàn tiền',
  personal_data: 'Dữ liệu cá nhân',
  site: 'Trang web',
  other: 'Việc khác',
}

export const COMPLAINT_STATE_WORDS: Record<ComplaintState, string> = {
  received: 'Đã nhận',
  working: 'Đang giải quyết',
  answered: 'Đã trả lời',
}
