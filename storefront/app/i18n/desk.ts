import { messages } from './messages.ts'

/** Words of producers' signing in and of what may go wrong then. The `error…` keys are messages of `schemas/sign-in.ts`. */
export const desk = messages({
  signInTitle: { vi: 'Chủ thể đăng nhập', en: 'Producer sign-in' },
  signInLead: {
    vi: 'Để xử lý đơn hàng, xem tiền về, ghi sổ lô và in tem.',
    en: 'To handle orders and money, keep the lot book and print labels.',
  },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  password: { vi: 'Mật khẩu', en: 'Password' },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  signInHelp: {
    vi: 'Chưa có tài khoản? Nhắn người phụ trách Sao Làng của xã để được cấp, hoặc tự đăng ký:',
    en: 'No account yet? Ask the Sao Làng contact of your commune for one, or apply yourself:',
  },
  signedOut: { vi: 'Bạn đã đăng xuất.', en: 'You are signed out.' },
  errorEmailMissing: { vi: 'Nhập thư điện tử.', en: 'Enter the e-mail address.' },
  errorEmail: {
    vi: 'Thư điện tử có dạng ten@vidu.vn. Hãy xem lại.',
    en: 'An e-mail address looks like name@example.vn. Check it.',
  },
  errorPasswordMissing: { vi: 'Nhập mật khẩu.', en: 'Enter the password.' },
  errorSignIn: {
    vi: 'Thư điện tử hoặc mật khẩu không đúng. Xem lại rồi thử lần nữa.',
    en: 'The e-mail address or the password is wrong. Check both and try again.',
  },
  errorTooMany: {
    vi: 'Đã thử quá nhiều lần. Chờ một phút rồi thử lại.',
    en: 'Too many tries. Wait a minute and try again.',
  },
  errorAway: {
    vi: 'Máy chủ chưa trả lời. Thử lại sau ít phút.',
    en: 'The server does not answer. Try again in a few minutes.',
  },
  suspendedAccountTitle: { vi: 'Tài khoản đang tạm khóa', en: 'This account is suspended' },
  suspendedAccountText: {
    vi: 'Bạn chưa xem và ghi sổ được. Hãy hỏi người đứng tên chủ thể hoặc người phụ trách Sao Làng của xã.',
    en: 'You cannot read or write the book for now. Ask the owner of the producer or the Sao Làng contact of your commune.',
  },
  suspendedProducerTitle: { vi: 'Chủ thể đang tạm ngừng', en: 'This producer is suspended' },
  suspendedProducerText: {
    vi: 'Sổ và tem của chủ thể đang tạm ngừng. Những gì đã ghi vẫn còn nguyên. Hãy hỏi người phụ trách Sao Làng của xã.',
    en: 'The producer’s book and labels are on hold. What was written is kept. Ask the Sao Làng contact of your commune.',
  },
  awayTitle: { vi: 'Sổ đang tạm gián đoạn', en: 'The book is away for a moment' },
  awayText: {
    vi: 'Máy chủ giữ sổ chưa trả lời. Những gì đã lưu vẫn còn; hãy mở lại sau ít phút.',
    en: 'The server that keeps the book does not answer. What was saved is safe; open the page again in a few minutes.',
  },
  missingTitle: { vi: 'Không có trang này', en: 'No such page' },
  missingText: {
    vi: 'Đường dẫn sai, hoặc thứ cần tìm không thuộc sổ của bạn.',
    en: 'The address is wrong, or what you look for is not in your book.',
  },
  failedTitle: { vi: 'Có trục trặc', en: 'Something went wrong' },
  failedText: { vi: 'Lỗi từ phía chúng tôi, không phải do bạn. Hãy thử lại.', en: 'The fault is ours. Try again.' },
  toLots: { vi: 'Về sổ lô', en: 'To the lot book' },
})
