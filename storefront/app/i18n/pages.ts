import { messages } from './messages.ts'

/** Words of the contact page beside the operator's own. */
export const pages = messages({
  contactCode: { vi: 'Mã bạn vừa kiểm tra', en: 'The code you have just checked' },
  contactCodeText: {
    vi: 'Khi liên hệ, hãy đọc hoặc gửi kèm mã này. Nó chỉ đúng gói hàng, lô và chủ thể.',
    en: 'Give this code when you get in touch. It names the very package, its lot and its producer.',
  },
  contactCodeAgain: { vi: 'Xem lại kết quả tra mã', en: 'See the answer again' },
  producersLink: { vi: 'Tìm trang của chủ thể', en: 'Find the producer’s page' },
  checkLink: { vi: 'Kiểm tra một mã', en: 'Check a code' },
})
