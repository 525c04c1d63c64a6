import { messages } from './messages.ts'

/** Words of star badges and confidence chips, used wherever a claim is shown. */
export const trust = messages({
  stars: { vi: 'OCOP {stars} sao', en: 'OCOP {stars} stars' },
  validTo: { vi: 'còn hiệu lực đến {date}', en: 'valid to {date}' },
  until: { vi: 'đến {date}', en: 'to {date}' },
  extendedTo: { vi: 'gia hạn chuyển tiếp đến {date}', en: 'extended to {date}' },
  extendedUntil: { vi: 'gia hạn đến {date}', en: 'extended to {date}' },
  extendedWhy: {
    vi: 'Giấy chứng nhận đã hết hạn; hạng sao được giữ trong lúc chờ kết quả đánh giá lại.',
    en: 'The certificate has run out; the stars count while the result of the re-evaluation is awaited.',
  },
  suspended: { vi: 'Công nhận tạm đình chỉ từ {date}', en: 'Recognition suspended since {date}' },
  expired: { vi: 'Sao hết hiệu lực từ {date}', en: 'Star expired on {date}' },
  revoked: { vi: 'Công nhận bị thu hồi từ {date}', en: 'Recognition revoked on {date}' },
  notYetValid: { vi: 'Có hiệu lực từ {date}', en: 'Valid from {date}' },
  none: { vi: 'Chưa có công nhận trên sổ', en: 'No recognition on record' },
  decision: { vi: 'QĐ {number} ngày {date}', en: 'Decision {number} of {date}' },
  decisionCaption: { vi: 'Quyết định công nhận', en: 'Recognition decision' },
  authority: { vi: 'Nơi ban hành', en: 'Authority' },
  decisionNumber: { vi: 'Số quyết định', en: 'Decision no.' },
  decisionDate: { vi: 'Ngày ký', en: 'Signed' },
  validity: { vi: 'Hiệu lực', en: 'Validity' },
  validityRange: { vi: '{from} đến {to}', en: '{from} to {to}' },
  confidenceLabel: { vi: 'Mức xác nhận', en: 'Confidence' },
  self_declared: { vi: 'tự khai', en: 'self-declared' },
  commune_confirmed: { vi: 'xã xác nhận', en: 'commune-confirmed' },
  tested: { vi: 'phòng thử nghiệm', en: 'lab-tested' },
  authority_decision: { vi: 'cơ quan xác nhận', en: 'authority decision' },
})
