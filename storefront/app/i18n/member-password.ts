import { messages } from './messages.ts'

/** Forgotten passwords of producers' people. The `error…` keys are messages of the forms. */
export const memberPassword = messages({
  forgotLink: { vi: 'Quên mật khẩu?', en: 'Forgot your password?' },
  forgotTitle: { vi: 'Quên mật khẩu', en: 'Forgotten password' },
  forgotLead: {
    vi: 'Nhập thư điện tử bạn dùng để đăng nhập. Chúng tôi gửi một đường dẫn để đặt mật khẩu mới.',
    en: 'Enter the e-mail you sign in with. We send a link to set a new password.',
  },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  send: { vi: 'Gửi đường dẫn', en: 'Send the link' },
  sent: {
    vi: 'Nếu thư điện tử này có tài khoản, đường dẫn đã được gửi và dùng được trong 1 giờ. Không thấy thư thì xem cả mục thư rác.',
    en: 'If this address has an account, the link is on its way and works for 1 hour. Look among your spam too.',
  },
  noEmail: { vi: 'Không dùng thư điện tử?', en: 'No e-mail at hand?' },
  noEmailHow: {
    vi: 'Nhờ chủ cơ sở mở mục “Thành viên” và tạo đường dẫn cho bạn. Bạn là chủ cơ sở thì gọi đơn vị vận hành sàn, số điện thoại ở trang Liên hệ.',
    en: 'Ask the owner of your business to open “Members” and make a link for you. Owners call the operator; the number is on the contact page.',
  },
  contact: { vi: 'Liên hệ', en: 'Contact' },
  toSignIn: { vi: 'Về trang đăng nhập', en: 'Back to sign-in' },
  resetTitle: { vi: 'Đặt mật khẩu mới', en: 'Set a new password' },
  resetLead: {
    vi: 'Mật khẩu mới có ít nhất 12 ký tự. Một câu ngắn dễ nhớ là tốt nhất, ví dụ ba bốn từ liền nhau.',
    en: 'At least 12 characters. A short phrase you can remember is best.',
  },
  password: { vi: 'Mật khẩu mới', en: 'New password' },
  again: { vi: 'Nhập lại mật khẩu mới', en: 'The new password once more' },
  set: { vi: 'Đặt mật khẩu', en: 'Set the password' },
  setNote: {
    vi: 'Mọi máy đang đăng nhập bằng tài khoản này sẽ phải đăng nhập lại.',
    en: 'Every device signed in with this account will have to sign in again.',
  },
  changed: {
    vi: 'Đã đặt mật khẩu mới. Hãy đăng nhập bằng mật khẩu đó.',
    en: 'The new password is set. Sign in with it.',
  },
  errorEmail: {
    vi: 'Thư điện tử có dạng ten@vidu.vn. Hãy xem lại.',
    en: 'An e-mail address looks like name@example.vn. Check it.',
  },
  errorPassword: {
    vi: 'Mật khẩu cần từ 12 đến 128 ký tự. Hãy nhập dài hơn.',
    en: 'A password has 12 to 128 characters. Make it longer.',
  },
  errorAgain: { vi: 'Hai lần nhập chưa giống nhau. Hãy nhập lại.', en: 'The two do not match. Enter them again.' },
  errorLink: {
    vi: 'Đường dẫn đã dùng rồi hoặc quá 1 giờ. Hãy xin đường dẫn mới.',
    en: 'The link was used or is over an hour old. Ask for a new one.',
  },
  errorTooMany: {
    vi: 'Đã thử quá nhiều lần. Chờ một phút rồi thử lại.',
    en: 'Too many tries. Wait a minute and try again.',
  },
  errorAway: {
    vi: 'Máy chủ đang bận. Hãy thử lại sau ít phút.',
    en: 'The server is busy. Try again in a few minutes.',
  },
  handOut: { vi: 'Quên mật khẩu: tạo đường dẫn', en: 'Forgot the password: make a link' },
  handedOut: {
    vi: 'Đường dẫn đặt mật khẩu của {name}, chỉ hiện lần này. Dùng một lần, trong 1 giờ. Hãy đưa tận tay hoặc gửi riêng:',
    en: 'The link for {name}’s new password, shown this once. It works once, for an hour. Hand it over in person or privately:',
  },
})
