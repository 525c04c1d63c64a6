/** What a buyer agrees to before a host is told how to reach them; another wording is another version. */
export const STAY_CONSENT = {
  version: '2026-11-24',
  vi: 'Tôi đồng ý để Sao Làng chuyển tên và cách liên hệ của tôi cho chủ nhà này để trả lời và đón tiếp. Thông tin được xoá 180 ngày sau chuyến đi.',
  en: 'I agree that Sao Làng hands my name and contact to this host, to answer and receive me. They are erased 180 days after the stay.',
} as const
