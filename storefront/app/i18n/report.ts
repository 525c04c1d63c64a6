import { messages } from './messages.ts'

/** Words of the form by which anybody tells what is wrong with a package or its scan page. */
export const report = messages({
  title: { vi: 'Báo vấn đề về gói hàng', en: 'Report a problem with a package' },
  lead: {
    vi: 'Kể cho chúng tôi điều bạn thấy không ổn. Không cần tài khoản, không cần ghi tên.',
    en: 'Tell us what does not look right. No account and no name needed.',
  },
  description: {
    vi: 'Báo hàng khác với trang tra cứu, tem nghi bị sao chép, chất lượng hoặc thông tin sai.',
    en: 'Report goods that differ from the page, a label that may be copied, quality or wrong facts.',
  },
  aboutCode: { vi: 'Về gói hàng mang mã {code}', en: 'About the package with code {code}' },
  kind: { vi: 'Bạn gặp vấn đề gì?', en: 'What is the problem?' },
  choose: { vi: 'Chọn một mục', en: 'Choose one' },
  different_goods: { vi: 'Hàng khác với thông tin trên trang', en: 'The goods differ from the page' },
  copied_label: { vi: 'Tem có thể đã bị sao chép hoặc bóc dán lại', en: 'The label may be copied or moved' },
  quality: { vi: 'Chất lượng hoặc an toàn', en: 'Quality or safety' },
  wrong_facts: { vi: 'Thông tin trên trang chưa đúng', en: 'The page says something wrong' },
  other: { vi: 'Chuyện khác', en: 'Something else' },
  message: { vi: 'Điều bạn thấy', en: 'What you saw' },
  messageHint: {
    vi: 'Mua ở đâu, ngày nào, thấy gì khác. Đừng ghi tên hay số giấy tờ của ai.',
    en: 'Where and when you bought it and what is different. Please name nobody.',
  },
  photo: { vi: 'Ảnh gói hàng hoặc tem', en: 'Photo of the package or label' },
  photoHint: {
    vi: 'Ảnh JPEG, PNG hoặc WebP, tối đa 10 MB. Vị trí và tên máy ghi trong ảnh sẽ được xóa.',
    en: 'JPEG, PNG or WebP, at most 10 MB. Place and device stored in the photo are removed.',
  },
  contact: { vi: 'Số điện thoại hoặc email', en: 'Phone or e-mail' },
  contactHint: { vi: 'Chỉ để trả lời bạn về chuyện này.', en: 'Only to answer you about this.' },
  trap: { vi: 'Để trống ô này', en: 'Leave this field empty' },
  privacy: {
    vi: 'Nội dung, ảnh và cách liên hệ được xóa sau 12 tháng. Nếu liên quan đến sức khỏe, hãy ngừng dùng và hỏi cơ sở y tế trước.',
    en: 'Text, photo and contact are erased after 12 months. If your health is concerned, stop using it and ask a doctor first.',
  },
  submit: { vi: 'Gửi phản ánh', en: 'Send the report' },
  doneTitle: { vi: 'Đã nhận phản ánh của bạn', en: 'Your report has arrived' },
  doneNumber: { vi: 'Số tiếp nhận', en: 'Receipt number' },
  doneText: {
    vi: 'Hãy giữ số này và giữ lại gói hàng. Khi liên hệ với chúng tôi về chuyện này, chỉ cần đọc số.',
    en: 'Keep this number and the package. When you contact us about this, the number is enough.',
  },
  backToCode: { vi: 'Trở lại trang của mã', en: 'Back to the code’s page' },
  checkAnother: { vi: 'Kiểm tra mã khác', en: 'Check another code' },
  problemTitle: { vi: 'Chưa gửi được', en: 'Not sent yet' },
  errorKind: { vi: 'Hãy chọn một loại vấn đề.', en: 'Choose a kind of problem.' },
  errorMessage: { vi: 'Hãy kể bằng vài lời, ít nhất 5 ký tự.', en: 'Say it in a few words, at least 5 characters.' },
  errorMessageTooLong: {
    vi: 'Dài quá 2.000 ký tự. Hãy viết ngắn hơn.',
    en: 'Longer than 2,000 characters. Make it shorter.',
  },
  errorContactTooLong: { vi: 'Dài quá 120 ký tự.', en: 'Longer than 120 characters.' },
  errorPhotoKind: {
    vi: 'Tệp này không phải ảnh JPEG, PNG hoặc WebP đọc được. Hãy chọn ảnh khác.',
    en: 'This file is no JPEG, PNG or WebP that can be read. Choose another.',
  },
  errorPhotoSize: {
    vi: 'Ảnh lớn quá 10 MB. Hãy chọn ảnh nhỏ hơn.',
    en: 'The photo is larger than 10 MB. Choose a smaller one.',
  },
  errorTooFast: {
    vi: 'Biểu mẫu được gửi nhanh quá. Hãy xem lại nội dung rồi gửi lần nữa.',
    en: 'The form came back too fast. Look it over and send it again.',
  },
  errorStale: {
    vi: 'Trang này mở đã lâu. Hãy xem lại nội dung rồi gửi lần nữa.',
    en: 'This page was open for long. Look it over and send it again.',
  },
  errorTrap: {
    vi: 'Có ô phải để trống đã được điền. Hãy gửi lại.',
    en: 'A field that stays empty was filled in. Send it again.',
  },
  errorTooMany: {
    vi: 'Từ mạng của bạn đã có nhiều phản ánh trong một phút. Hãy chờ một phút rồi gửi lại.',
    en: 'Many reports came from your network within a minute. Wait a minute and send it again.',
  },
  errorAway: {
    vi: 'Hệ thống đang không nhận được phản ánh. Nội dung vẫn còn dưới đây; hãy gửi lại sau ít phút.',
    en: 'Reports cannot be taken right now. Your text is still below; send it again in a few minutes.',
  },
  photoAgain: { vi: 'Nếu đã chọn ảnh, hãy chọn lại.', en: 'If you had chosen a photo, choose it again.' },
})
