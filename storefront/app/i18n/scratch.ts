import { messages } from './messages.ts'

/** Words of the hidden code below the scratch layer of a label. */
export const scratch = messages({
  title: { vi: 'Mã dưới lớp cào', en: 'The code under the scratch layer' },
  lead: {
    vi: 'Tem này có thêm một mã ẩn. Mua rồi hãy cào, rồi nhập mã vào đây: nếu bạn là người đầu tiên nhập đúng thì chưa ai mở tem này trước bạn.',
    en: 'This label also carries a hidden code. Scratch it once you have bought the package and enter it here: if you are the first to get it right, nobody opened this label before you.',
  },
  label: { vi: 'Mã 10 ký tự dưới lớp cào', en: '10-character code under the layer' },
  hint: { vi: 'Nhập sai năm lần, tem tạm khóa một ngày.', en: 'After five wrong tries the label is locked for a day.' },
  submit: { vi: 'Xác nhận mã', en: 'Confirm the code' },
  malformed: {
    vi: 'Mã dưới lớp cào có 10 chữ cái và chữ số. Hãy xem lại; lần này chưa tính là nhập sai.',
    en: 'The hidden code has 10 letters and digits. Look again; this did not count as a try.',
  },
  confirmed: {
    vi: 'Mã đúng. Bạn là người đầu tiên xác nhận tem này.',
    en: 'The code is right. You are the first to confirm this label.',
  },
  confirmedAt: { vi: 'Đã ghi nhận lúc {date}.', en: 'Recorded on {date}.' },
  already: {
    vi: 'Mã đúng, nhưng đã có người xác nhận trước.',
    en: 'The code is right, but somebody confirmed it before.',
  },
  alreadyAt: { vi: 'Lần đầu lúc {date}.', en: 'First on {date}.' },
  alreadyIn: { vi: 'Lần đầu lúc {date}, tại {province}.', en: 'First on {date}, in {province}.' },
  alreadyAdvice: {
    vi: 'Nếu không phải bạn hay người nhà đã nhập, hãy hỏi lại nơi bán và báo cho chúng tôi.',
    en: 'If that was neither you nor your family, ask the seller and tell us.',
  },
  wrong: { vi: 'Mã chưa khớp.', en: 'The code does not match.' },
  wrongLeft: {
    vi: { other: 'Còn {count} lần nhập. O và 0, I và 1 được hiểu như nhau.' },
    en: {
      one: '{count} try left. O and 0, I and 1 are read alike.',
      other: '{count} tries left. O and 0, I and 1 are read alike.',
    },
  },
  wrongLast: {
    vi: 'Tem tạm khóa một ngày. Hãy so lại tên và số lô trên bao bì, và báo cho chúng tôi nếu có gì lạ.',
    en: 'The label is locked for a day. Compare name and lot on the package, and tell us if anything is odd.',
  },
  locked: {
    vi: 'Tem này đang tạm khóa vì nhập sai nhiều lần.',
    en: 'This label is locked after too many wrong tries.',
  },
  lockedUntil: { vi: 'Hãy thử lại sau {date}.', en: 'Try again after {date}.' },
  unavailable: {
    vi: 'Chưa xác nhận được lúc này. Hãy thử lại sau ít phút; lần này chưa tính là nhập sai.',
    en: 'This cannot be confirmed right now. Try again in a few minutes; this did not count as a try.',
  },
  tooMany: {
    vi: 'Bạn nhập nhanh quá. Hãy chờ một lát rồi thử lại.',
    en: 'That was too fast. Wait a little and try again.',
  },
})
