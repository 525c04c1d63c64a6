import { readableDay, readableMoment } from '../calendar/vietnam-moment'
import type { DispatchKind, DispatchKinds } from './kinds'

export type DispatchLocale = 'vi' | 'en'

/** What is read: a subject of one line, paragraphs, and the words of the link when there is one. */
export interface DispatchText {
  subject: string
  paragraphs: string[]
  action: string
}

type Words = {
  [Kind in DispatchKind]: Record<DispatchLocale, (params: DispatchKinds[Kind]) => DispatchText>
}

const dong = (amount: number) => `${amount.toLocaleString('vi-VN')} ₫`
const dongEn = (amount: number) => `${amount.toLocaleString('en-GB')} ₫`

const daysVi = ({ from, to }: { from: string; to: string }) =>
  from === to ? `ngày ${readableDay(from)}` : `từ ${readableDay(from)} đến ${readableDay(to)}`
const daysEn = ({ from, to }: { from: string; to: string }) =>
  from === to ? `on ${readableDay(from)}` : `from ${readableDay(from)} to ${readableDay(to)}`

const VIEW = { vi: 'Xem đơn hàng', en: 'View the order' }

const PAYING = {
  vnpay: { vi: 'VNPay', en: 'VNPay' },
  bank_transfer: { vi: 'chuyển khoản ngân hàng', en: 'bank transfer' },
  cod: { vi: 'trả tiền khi nhận hàng', en: 'cash on delivery' },
} as const

const STAR_VI: Record<DispatchKinds['star_changed']['change'], (product: string, stars: number | null) => string> = {
  given: (product, stars) => `${product} vừa được công nhận hạng ${stars ?? ''} sao OCOP.`.replace(/ {2}/g, ' '),
  restored: (product, stars) =>
    `Hạng sao OCOP của ${product} có hiệu lực trở lại${stars === null ? '' : `: ${stars} sao`}.`,
  extended: (product) => `Hạng sao OCOP của ${product} được kéo dài thời hạn.`,
  suspended: (product) => `Hạng sao OCOP của ${product} đang tạm dừng hiệu lực.`,
  expired: (product) => `Hạng sao OCOP của ${product} đã hết hạn.`,
  revoked: (product) => `Hạng sao OCOP của ${product} đã bị thu hồi.`,
}
const STAR_EN: typeof STAR_VI = {
  given: (product, stars) => `${product} has been recognised with ${stars ?? 'its'} OCOP stars.`,
  restored: (product, stars) =>
    `The OCOP stars of ${product} are in force again${stars === null ? '' : `: ${stars} stars`}.`,
  extended: (product) => `The OCOP stars of ${product} have been extended.`,
  suspended: (product) => `The OCOP stars of ${product} are suspended for now.`,
  expired: (product) => `The OCOP stars of ${product} have expired.`,
  revoked: (product) => `The OCOP stars of ${product} have been revoked.`,
}

const WORDS: Words = {
  order_placed: {
    vi: ({ displayNo, total, method, payBy }) => ({
      subject: `Đã nhận đơn hàng ${displayNo}`,
      paragraphs: [
        `Cảm ơn bạn đã đặt hàng. Đơn ${displayNo} có tổng tiền ${dong(total)}, hình thức: ${PAYING[method].vi}.`,
        payBy === null
          ? 'Các chủ thể sẽ xác nhận và gửi hàng. Bạn trả tiền cho người giao khi nhận hàng.'
          : `Hãy thanh toán trước ${readableMoment(payBy)}. Quá giờ này, đơn tự hủy và hàng được trả về kho.`,
      ],
      action: payBy === null ? VIEW.vi : 'Xem đơn và thanh toán',
    }),
    en: ({ displayNo, total, method, payBy }) => ({
      subject: `We have your order ${displayNo}`,
      paragraphs: [
        `Thank you for your order. The total of ${displayNo} is ${dongEn(total)}, by ${PAYING[method].en}.`,
        payBy === null
          ? 'The producers will confirm and send the goods. You pay when you receive them.'
          : `Please pay before ${clockEn(payBy)}. After that the order is cancelled by itself.`,
      ],
      action: payBy === null ? VIEW.en : 'View the order and pay',
    }),
  },
  order_paid: {
    vi: ({ displayNo, total }) => ({
      subject: `Đã nhận thanh toán cho đơn ${displayNo}`,
      paragraphs: [
        `Chúng tôi đã nhận ${dong(total)} cho đơn ${displayNo}.`,
        'Các chủ thể sẽ xác nhận và chuẩn bị hàng. Mỗi chủ thể gửi một kiện riêng nên hàng có thể đến khác ngày.',
      ],
      action: VIEW.vi,
    }),
    en: ({ displayNo, total }) => ({
      subject: `Payment received for order ${displayNo}`,
      paragraphs: [
        `We have received ${dongEn(total)} for order ${displayNo}.`,
        'The producers will now confirm and prepare the goods. Each sends a parcel of its own, so they may arrive on different days.',
      ],
      action: VIEW.en,
    }),
  },
  order_expired: {
    vi: ({ displayNo }) => ({
      subject: `Đơn ${displayNo} đã hủy vì quá giờ thanh toán`,
      paragraphs: [
        `Chúng tôi chưa nhận được tiền của đơn ${displayNo} trong thời hạn nên đơn đã tự hủy.`,
        'Nếu bạn đã chuyển tiền, số tiền đến sau sẽ được hoàn lại đầy đủ. Bạn có thể đặt lại bất cứ lúc nào.',
      ],
      action: VIEW.vi,
    }),
    en: ({ displayNo }) => ({
      subject: `Order ${displayNo} was cancelled: payment time ran out`,
      paragraphs: [
        `We did not receive the money for order ${displayNo} in time, so it was cancelled.`,
        'If you have paid, whatever arrives late is refunded in full. You may order again at any time.',
      ],
      action: VIEW.en,
    }),
  },
  order_to_confirm: {
    vi: ({ displayNo, total }) => ({
      subject: `Có đơn mới ${displayNo} chờ xác nhận`,
      paragraphs: [`Đơn ${displayNo}, ${dong(total)}, đang chờ bạn xác nhận.`],
      action: 'Mở đơn để xác nhận',
    }),
    en: ({ displayNo, total }) => ({
      subject: `New order ${displayNo} to confirm`,
      paragraphs: [`Order ${displayNo}, ${dongEn(total)}, is waiting for you to confirm it.`],
      action: 'Open the order',
    }),
  },
  order_confirmed: {
    vi: ({ displayNo, producer }) => ({
      subject: `${producer} đã xác nhận đơn ${displayNo}`,
      paragraphs: [`${producer} đã xác nhận đơn ${displayNo} và đang chuẩn bị hàng cho bạn.`],
      action: VIEW.vi,
    }),
    en: ({ displayNo, producer }) => ({
      subject: `${producer} has confirmed order ${displayNo}`,
      paragraphs: [`${producer} has confirmed order ${displayNo} and is preparing your goods.`],
      action: VIEW.en,
    }),
  },
  parcel_shipped: {
    vi: ({ displayNo, producer, carrier, trackingNo }) => ({
      subject: `Hàng của đơn ${displayNo} đang trên đường`,
      paragraphs: [
        `${producer} đã giao kiện hàng của đơn ${displayNo} cho ${carrier}.`,
        ...(trackingNo === null ? [] : [`Mã vận đơn: ${trackingNo}.`]),
        'Khi nhận, bạn được mở kiện cùng người giao để kiểm tra (đồng kiểm), và có thể quét mã QR trên từng gói hàng.',
      ],
      action: 'Theo dõi đơn hàng',
    }),
    en: ({ displayNo, producer, carrier, trackingNo }) => ({
      subject: `The goods of order ${displayNo} are on their way`,
      paragraphs: [
        `${producer} has handed a parcel of order ${displayNo} to ${carrier}.`,
        ...(trackingNo === null ? [] : [`Tracking number: ${trackingNo}.`]),
        'You may open the parcel together with the courier, and scan the QR code on each package.',
      ],
      action: 'Follow the order',
    }),
  },
  parcel_delivered: {
    vi: ({ displayNo, producer }) => ({
      subject: `Đơn ${displayNo}: hàng của ${producer} đã giao`,
      paragraphs: [
        `Kiện hàng của ${producer} trong đơn ${displayNo} đã được giao.`,
        'Nếu hàng thiếu, hỏng hoặc không đúng mô tả, hãy báo trong trang đơn hàng. Nếu hài lòng, mời bạn viết vài dòng đánh giá.',
      ],
      action: VIEW.vi,
    }),
    en: ({ displayNo, producer }) => ({
      subject: `Order ${displayNo}: the goods of ${producer} have been delivered`,
      paragraphs: [
        `The parcel of ${producer} in order ${displayNo} has been delivered.`,
        'If anything is missing, damaged or not as described, tell us on the order’s page. If you are happy, please write a short review.',
      ],
      action: VIEW.en,
    }),
  },
  parcel_refused: {
    vi: ({ displayNo, producer }) => ({
      subject: `Đơn ${displayNo}: kiện hàng của ${producer} không được nhận`,
      paragraphs: [
        `Đơn vị vận chuyển báo kiện hàng của ${producer} trong đơn ${displayNo} không được nhận nên đang quay về chủ thể.`,
        'Nếu có nhầm lẫn, hãy trả lời trong trang đơn hàng.',
      ],
      action: VIEW.vi,
    }),
    en: ({ displayNo, producer }) => ({
      subject: `Order ${displayNo}: the parcel of ${producer} was not accepted`,
      paragraphs: [
        `The carrier reports that the parcel of ${producer} in order ${displayNo} was not accepted; it is going back to the producer.`,
        'If this is a mistake, tell us on the order’s page.',
      ],
      action: VIEW.en,
    }),
  },
  order_canceled: {
    vi: ({ displayNo, producer, reason, refund }) => ({
      subject: `Đơn ${displayNo} đã hủy`,
      paragraphs: [
        producer === null ? `Đơn ${displayNo} đã hủy.` : `Phần hàng của ${producer} trong đơn ${displayNo} đã hủy.`,
        ...(reason === '' ? [] : [`Lý do: ${reason}`]),
        ...(refund === 0 ? [] : [`Số tiền ${dong(refund)} bạn đã trả sẽ được hoàn lại.`]),
      ],
      action: VIEW.vi,
    }),
    en: ({ displayNo, producer, reason, refund }) => ({
      subject: `Order ${displayNo} was cancelled`,
      paragraphs: [
        producer === null
          ? `Order ${displayNo} was cancelled.`
          : `The goods of ${producer} in order ${displayNo} were cancelled.`,
        ...(reason === '' ? [] : [`Reason: ${reason}`]),
        ...(refund === 0 ? [] : [`The ${dongEn(refund)} you paid will be refunded.`]),
      ],
      action: VIEW.en,
    }),
  },
  refund_asked: {
    vi: ({ displayNo, amount }) => ({
      subject: `Đang hoàn ${dong(amount)} của đơn ${displayNo}`,
      paragraphs: [
        `Chúng tôi đang hoàn ${dong(amount)} của đơn ${displayNo} về nơi bạn đã thanh toán.`,
        'Bạn sẽ nhận thêm một thư khi tiền đã đi. Ngân hàng có thể cần vài ngày làm việc để ghi có.',
      ],
      action: VIEW.vi,
    }),
    en: ({ displayNo, amount }) => ({
      subject: `Refunding ${dongEn(amount)} of order ${displayNo}`,
      paragraphs: [
        `We are refunding ${dongEn(amount)} of order ${displayNo} to where you paid from.`,
        'You will get another message when the money has left. Your bank may need some working days.',
      ],
      action: VIEW.en,
    }),
  },
  refund_account_needed: {
    vi: ({ displayNo, amount }) => ({
      subject: `Cần số tài khoản để hoàn ${dong(amount)} của đơn ${displayNo}`,
      paragraphs: [
        `Bạn được hoàn ${dong(amount)} của đơn ${displayNo} bằng chuyển khoản. Hãy mở trang dưới đây và cho biết tài khoản ngân hàng nhận tiền.`,
        'Số tài khoản được mã hóa, chỉ dùng cho lần hoàn này và được xóa sau khi chuyển xong. Chúng tôi không bao giờ hỏi mật khẩu hay mã OTP.',
      ],
      action: 'Cho biết tài khoản nhận tiền',
    }),
    en: ({ displayNo, amount }) => ({
      subject: `Where shall we refund ${dongEn(amount)} of order ${displayNo}?`,
      paragraphs: [
        `${dongEn(amount)} of order ${displayNo} will be refunded to you by bank transfer. Open the page below and tell us the account.`,
        'The account number is encrypted, used for this refund alone and erased afterwards. We never ask for a password or an OTP.',
      ],
      action: 'Name the account',
    }),
  },
  refund_account_given: {
    vi: ({ displayNo, amount, account }) => ({
      subject: `Đơn ${displayNo}: tiền hoàn sẽ chuyển đến ${account}`,
      paragraphs: [
        `Chúng tôi đã ghi tài khoản nhận ${dong(amount)} tiền hoàn của đơn ${displayNo}: ${account}.`,
        'Nếu không phải bạn ghi, hãy mở trang đơn hàng và ghi lại tài khoản đúng trước khi tiền được chuyển, rồi báo cho chúng tôi.',
      ],
      action: VIEW.vi,
    }),
    en: ({ displayNo, amount, account }) => ({
      subject: `Order ${displayNo}: the refund goes to ${account}`,
      paragraphs: [
        `We have noted the account for the ${dongEn(amount)} refund of order ${displayNo}: ${account}.`,
        'If it was not you, open the order’s page, enter the right account before the money leaves, and let us know.',
      ],
      action: VIEW.en,
    }),
  },
  refund_done: {
    vi: ({ displayNo, amount }) => ({
      subject: `Đã hoàn ${dong(amount)} của đơn ${displayNo}`,
      paragraphs: [
        `Chúng tôi đã hoàn ${dong(amount)} của đơn ${displayNo}. Nếu sau 7 ngày làm việc chưa thấy tiền, hãy báo cho chúng tôi.`,
      ],
      action: VIEW.vi,
    }),
    en: ({ displayNo, amount }) => ({
      subject: `${dongEn(amount)} of order ${displayNo} refunded`,
      paragraphs: [
        `We have refunded ${dongEn(amount)} of order ${displayNo}. If it is not there after 7 working days, let us know.`,
      ],
      action: VIEW.en,
    }),
  },
  return_answered: {
    vi: ({ displayNo, accepted, note }) => ({
      subject: `Yêu cầu trả hàng của đơn ${displayNo} ${accepted ? 'được chấp nhận' : 'chưa được chấp nhận'}`,
      paragraphs: [
        accepted
          ? `Yêu cầu trả hàng của đơn ${displayNo} đã được chấp nhận.`
          : `Yêu cầu trả hàng của đơn ${displayNo} chưa được chấp nhận. Nếu không đồng ý, bạn có thể khiếu nại trong trang đơn hàng.`,
        ...(note === '' ? [] : [`Lời nhắn: ${note}`]),
      ],
      action: VIEW.vi,
    }),
    en: ({ displayNo, accepted, note }) => ({
      subject: `Your return of order ${displayNo} was ${accepted ? 'accepted' : 'not accepted'}`,
      paragraphs: [
        accepted
          ? `Your return of order ${displayNo} was accepted.`
          : `Your return of order ${displayNo} was not accepted. If you disagree, you may open a dispute on the order’s page.`,
        ...(note === '' ? [] : [`Note: ${note}`]),
      ],
      action: VIEW.en,
    }),
  },
  message_received: {
    vi: ({ displayNo, from }) => ({
      subject: `Tin nhắn mới về đơn ${displayNo}`,
      paragraphs: [`${from} vừa nhắn cho bạn về đơn ${displayNo}. Hãy đọc và trả lời trong trang đơn hàng.`],
      action: 'Đọc tin nhắn',
    }),
    en: ({ displayNo, from }) => ({
      subject: `New message about order ${displayNo}`,
      paragraphs: [`${from} has written to you about order ${displayNo}. Read and answer on the order’s page.`],
      action: 'Read the message',
    }),
  },
  message_hidden: {
    vi: ({ displayNo, reason }) => ({
      subject: `Một tin nhắn của bạn về đơn ${displayNo} đã bị ẩn`,
      paragraphs: [
        `Sàn đã ẩn một tin nhắn của bạn về đơn ${displayNo} vì tin đó ${reason}. Người nhận không đọc được tin này nữa.`,
        'Bạn vẫn nhắn tiếp được. Than phiền không phải là lý do để ẩn tin nhắn; nếu thấy sàn ẩn sai, hãy gửi khiếu nại.',
      ],
      action: 'Xem tin nhắn',
    }),
    en: ({ displayNo, reason }) => ({
      subject: `A message of yours about order ${displayNo} was hidden`,
      paragraphs: [
        `The site has hidden a message of yours about order ${displayNo} (${reason}). The other side cannot read it any more.`,
        'You may go on writing. That a message complains is no reason to hide it; if you think this is wrong, send a complaint.',
      ],
      action: 'See the messages',
    }),
  },
  password_reset: {
    vi: ({ hours }) => ({
      subject: 'Đặt lại mật khẩu Sao Làng',
      paragraphs: [
        `Có yêu cầu đặt lại mật khẩu cho tài khoản này. Liên kết dưới đây có hiệu lực trong ${hours} giờ và dùng được một lần.`,
        'Nếu không phải bạn yêu cầu, hãy bỏ qua thư này: mật khẩu vẫn như cũ.',
      ],
      action: 'Đặt mật khẩu mới',
    }),
    en: ({ hours }) => ({
      subject: 'Reset your Sao Làng password',
      paragraphs: [
        `Somebody asked to reset the password of this account. The link below works once, within ${hours} hours.`,
        'If it was not you, ignore this message: your password stays as it is.',
      ],
      action: 'Set a new password',
    }),
  },
  email_confirmation: {
    vi: ({ hours }) => ({
      subject: 'Xác nhận địa chỉ thư điện tử',
      paragraphs: [
        `Hãy mở liên kết dưới đây trong ${hours} giờ để xác nhận địa chỉ thư này là của bạn.`,
        'Nếu bạn không đăng ký ở Sao Làng, hãy bỏ qua thư này.',
      ],
      action: 'Xác nhận địa chỉ',
    }),
    en: ({ hours }) => ({
      subject: 'Confirm your e-mail address',
      paragraphs: [
        `Open the link below within ${hours} hours to confirm that this address is yours.`,
        'If you did not register at Sao Làng, ignore this message.',
      ],
      action: 'Confirm the address',
    }),
  },
  member_invitation: {
    vi: ({ producer, invitedBy, days }) => ({
      subject: `${producer} mời bạn cùng làm việc trên Sao Làng`,
      paragraphs: [
        `${invitedBy} mời bạn tham gia tài khoản của ${producer}. Lời mời có hiệu lực trong ${days} ngày.`,
        'Nếu không quen người mời, hãy bỏ qua thư này.',
      ],
      action: 'Nhận lời mời',
    }),
    en: ({ producer, invitedBy, days }) => ({
      subject: `${producer} invites you to work on Sao Làng`,
      paragraphs: [
        `${invitedBy} invites you to the account of ${producer}. The invitation holds for ${days} days.`,
        'If you do not know who invites you, ignore this message.',
      ],
      action: 'Accept the invitation',
    }),
  },
  application_answered: {
    vi: ({ producer, accepted, note }) => ({
      subject: accepted ? `${producer} đã được mở gian hàng` : `Hồ sơ bán hàng của ${producer} cần bổ sung`,
      paragraphs: [
        accepted
          ? `Hồ sơ bán hàng của ${producer} đã được duyệt. Bạn có thể đăng nhập để đăng sản phẩm.`
          : `Hồ sơ bán hàng của ${producer} chưa được duyệt.`,
        ...(note === '' ? [] : [`Lời nhắn: ${note}`]),
      ],
      action: accepted ? 'Đăng nhập' : 'Xem hồ sơ',
    }),
    en: ({ producer, accepted, note }) => ({
      subject: accepted ? `${producer} may now sell` : `The application of ${producer} needs more`,
      paragraphs: [
        accepted
          ? `The application of ${producer} was approved. You may sign in and list products.`
          : `The application of ${producer} was not approved.`,
        ...(note === '' ? [] : [`Note: ${note}`]),
      ],
      action: accepted ? 'Sign in' : 'View the application',
    }),
  },
  dispute_answered: {
    vi: ({ displayNo, decision }) => ({
      subject: `Đã có kết quả khiếu nại của đơn ${displayNo}`,
      paragraphs: [`Khiếu nại về đơn ${displayNo} đã được giải quyết.`, decision],
      action: VIEW.vi,
    }),
    en: ({ displayNo, decision }) => ({
      subject: `The dispute about order ${displayNo} was decided`,
      paragraphs: [`The dispute about order ${displayNo} has been decided.`, decision],
      action: VIEW.en,
    }),
  },
  review_answered: {
    vi: ({ product, producer }) => ({
      subject: `${producer} đã trả lời đánh giá của bạn`,
      paragraphs: [`${producer} vừa trả lời đánh giá của bạn về ${product}.`],
      action: 'Xem câu trả lời',
    }),
    en: ({ product, producer }) => ({
      subject: `${producer} has answered your review`,
      paragraphs: [`${producer} has answered your review of ${product}.`],
      action: 'Read the answer',
    }),
  },
  review_hidden: {
    vi: ({ product, reason }) => ({
      subject: `Đánh giá của bạn về ${product} không được hiển thị`,
      paragraphs: [
        `Đánh giá của bạn về ${product} không được hiển thị vì ${reason}.`,
        'Bạn có thể viết lại trên trang đơn hàng. Chê sản phẩm không phải là lý do để ẩn đánh giá.',
      ],
      action: 'Viết lại đánh giá',
    }),
    en: ({ product, reason }) => ({
      subject: `Your review of ${product} is not shown`,
      paragraphs: [
        `Your review of ${product} is not shown (${reason}).`,
        'You can write it anew on the page of your order. That a review is unfavourable is no reason to hide it.',
      ],
      action: 'Write it anew',
    }),
  },
  listing_reviewed: {
    vi: ({ product, accepted, note }) => ({
      subject: accepted ? `Đã duyệt thay đổi của ${product}` : `Thay đổi của ${product} bị trả lại`,
      paragraphs: accepted
        ? [`Người mua đã thấy nội dung mới của ${product}.`]
        : [
            `Thay đổi của ${product} chưa được duyệt. Lý do: ${note}`,
            'Nội dung bạn viết còn nguyên, hãy sửa rồi gửi lại.',
          ],
      action: 'Mở sản phẩm',
    }),
    en: ({ product, accepted, note }) => ({
      subject: accepted ? `The change of ${product} is approved` : `The change of ${product} was sent back`,
      paragraphs: accepted
        ? [`Buyers see the new content of ${product}.`]
        : [
            `The change of ${product} was not approved. Reason: ${note}`,
            'What you wrote is kept: correct it and send it again.',
          ],
      action: 'Open the listing',
    }),
  },
  stay_asked: {
    vi: ({ product, from, to, guests }) => ({
      subject: `Có khách hỏi ${product}, ${daysVi({ from, to })}`,
      paragraphs: [
        `${guests} khách hỏi đặt ${product}, ${daysVi({ from, to })}.`,
        'Hãy xem lời nhắn rồi báo giá hoặc từ chối. Khách chờ câu trả lời của bạn.',
      ],
      action: 'Trả lời khách',
    }),
    en: ({ product, from, to, guests }) => ({
      subject: `Guests ask for ${product} ${daysEn({ from, to })}`,
      paragraphs: [
        `${guests} guests ask for ${product} ${daysEn({ from, to })}.`,
        'Read their note and make an offer, or decline. They wait for your answer.',
      ],
      action: 'Answer the guests',
    }),
  },
  stay_received: {
    vi: ({ product, producer, from, to }) => ({
      subject: `Đã gửi câu hỏi đặt ${product}`,
      paragraphs: [
        `${producer} đã nhận câu hỏi của bạn về ${product}, ${daysVi({ from, to })}. Chưa có gì được đặt cho đến khi bạn nhận lời báo giá.`,
        'Hãy giữ thư này: đường dẫn dưới đây là của riêng bạn, mở ra để xem trả lời hoặc rút câu hỏi. Bạn trả tiền tại chỗ, Sao Làng không giữ tiền.',
      ],
      action: 'Xem câu hỏi của tôi',
    }),
    en: ({ product, producer, from, to }) => ({
      subject: `Your question for ${product} is sent`,
      paragraphs: [
        `${producer} has your question for ${product} ${daysEn({ from, to })}. Nothing is booked until you accept an offer.`,
        'Keep this message: the link is yours alone and shows the answer. You pay at the place; Sao Làng holds no money.',
      ],
      action: 'View my question',
    }),
  },
  stay_offered: {
    vi: ({ product, producer, price, until }) => ({
      subject: `${producer} báo giá ${product}`,
      paragraphs: [
        `${producer} báo giá ${dong(price)} cho chuyến của bạn tại ${product}.`,
        `Hãy xem giá gồm những gì và nhận lời trước khi hết ngày ${readableDay(until)}. Sau ngày này báo giá hết hiệu lực.`,
      ],
      action: 'Xem báo giá',
    }),
    en: ({ product, producer, price, until }) => ({
      subject: `${producer} makes you an offer for ${product}`,
      paragraphs: [
        `${producer} offers your stay at ${product} for ${dongEn(price)}.`,
        `See what is included and accept it by the end of ${readableDay(until)}. After that the offer ends.`,
      ],
      action: 'View the offer',
    }),
  },
  stay_declined: {
    vi: ({ product, producer, from, to, reason }) => ({
      subject: `${producer} không nhận được khách ${daysVi({ from, to })}`,
      paragraphs: [
        `${producer} không đón được bạn tại ${product}, ${daysVi({ from, to })}. Lý do: ${reason}`,
        'Bạn có thể hỏi ngày khác hoặc chọn nơi khác.',
      ],
      action: 'Xem câu hỏi của tôi',
    }),
    en: ({ product, producer, from, to, reason }) => ({
      subject: `${producer} cannot receive you ${daysEn({ from, to })}`,
      paragraphs: [
        `${producer} cannot receive you at ${product} ${daysEn({ from, to })}. Reason: ${reason}`,
        'You may ask for other days or choose another place.',
      ],
      action: 'View my question',
    }),
  },
  stay_accepted: {
    vi: ({ product, producer, from, to, price }) => ({
      subject: `Đã nhận chỗ tại ${product}, ${daysVi({ from, to })}`,
      paragraphs: [
        `Khách đã nhận lời báo giá ${dong(price)} của ${producer} cho ${product}, ${daysVi({ from, to })}.`,
        'Tiền trả thẳng cho chủ nhà tại chỗ. Ai không thể đi hoặc không thể đón, hãy báo sớm trên trang này.',
      ],
      action: 'Xem chuyến đi',
    }),
    en: ({ product, producer, from, to, price }) => ({
      subject: `${product} is agreed ${daysEn({ from, to })}`,
      paragraphs: [
        `The offer of ${producer} for ${product} ${daysEn({ from, to })} is accepted, for ${dongEn(price)}.`,
        'The host is paid at the place. Whoever cannot come or receive guests says so early on this page.',
      ],
      action: 'View the stay',
    }),
  },
  stay_withdrawn: {
    vi: ({ product, from, to }) => ({
      subject: `Khách rút câu hỏi đặt ${product}, ${daysVi({ from, to })}`,
      paragraphs: [`Khách không đến ${product} ${daysVi({ from, to })} nữa. Những ngày này lại trống cho khách khác.`],
      action: 'Xem chi tiết',
    }),
    en: ({ product, from, to }) => ({
      subject: `The guests for ${product} ${daysEn({ from, to })} are not coming`,
      paragraphs: [`They have taken their question for ${product} back. These days are free for others again.`],
      action: 'View the details',
    }),
  },
  stay_expired: {
    vi: ({ product, producer, from, to, answered }) => ({
      subject: answered ? `Báo giá ${product} đã hết hạn` : `Câu hỏi đặt ${product} đã hết hạn`,
      paragraphs: [
        answered
          ? `Báo giá của ${producer} cho ${product}, ${daysVi({ from, to })}, đã quá ngày nhận lời.`
          : `Câu hỏi về ${product}, ${daysVi({ from, to })}, đã qua ngày đến mà ${producer} chưa trả lời.`,
      ],
      action: 'Xem chi tiết',
    }),
    en: ({ product, producer, from, to, answered }) => ({
      subject: answered ? `The offer for ${product} has ended` : `The question for ${product} has ended`,
      paragraphs: [
        answered
          ? `The last day to accept the offer of ${producer} for ${product} ${daysEn({ from, to })} is past.`
          : `${producer} did not answer the question for ${product} ${daysEn({ from, to })} in time.`,
      ],
      action: 'View the details',
    }),
  },
  star_changed: {
    vi: ({ product, change, stars }) => ({
      subject: `Hạng sao của ${product} có thay đổi`,
      paragraphs: [
        STAR_VI[change](product, stars),
        'Bạn nhận thư này vì đang theo dõi sản phẩm. Có thể thôi theo dõi trong tài khoản.',
      ],
      action: 'Xem sản phẩm',
    }),
    en: ({ product, change, stars }) => ({
      subject: `The stars of ${product} have changed`,
      paragraphs: [
        STAR_EN[change](product, stars),
        'You get this message because you follow the product. You may stop following it in your account.',
      ],
      action: 'View the product',
    }),
  },
  agreement_proposed: {
    vi: ({ centre, percent }) => ({
      subject: `${centre} đề nghị bán hộ hàng của bạn`,
      paragraphs: [
        `${centre} đề nghị bán hàng thay bạn tại các điểm bán của mình và giữ lại ${percent}% tiền hàng.`,
        'Thoả thuận chỉ có hiệu lực khi bạn đồng ý. Hãy xem kỹ sản phẩm, tỷ lệ và thời hạn trước khi trả lời.',
      ],
      action: 'Xem đề nghị',
    }),
    en: ({ centre, percent }) => ({
      subject: `${centre} offers to sell your goods`,
      paragraphs: [
        `${centre} offers to sell for you at its shops and keeps ${percent}% of the price.`,
        'Nothing counts until you accept. Look at the products, the share and the days before you answer.',
      ],
      action: 'View the proposal',
    }),
  },
  agreement_ended: {
    vi: ({ centre, lastDay }) => ({
      subject: `${centre} kết thúc thoả thuận bán hộ`,
      paragraphs: [
        `Thoả thuận bán hộ với ${centre} hết vào cuối ngày ${lastDay}. Tiền của hàng đã bán vẫn được trả như đã thoả thuận.`,
        'Hãy hẹn trung tâm ngày nhận lại hàng còn ký gửi.',
      ],
      action: 'Xem thoả thuận',
    }),
    en: ({ centre, lastDay }) => ({
      subject: `${centre} ends the agreement with you`,
      paragraphs: [
        `The agreement with ${centre} ends at the close of ${lastDay}. What was sold is paid out as agreed.`,
        'Arrange with the centre when you take back the goods that are left.',
      ],
      action: 'View the agreement',
    }),
  },
  payout_sent: {
    vi: ({ period, amount }) => ({
      subject: `Đã lập lệnh chi trả ${dong(amount)}`,
      paragraphs: [`Tiền bán hàng ${period}, ${dong(amount)}, đã được lập lệnh chuyển vào tài khoản đã đăng ký.`],
      action: 'Xem bảng kê',
    }),
    en: ({ period, amount }) => ({
      subject: `Payout of ${dongEn(amount)} is on its way`,
      paragraphs: [`Your sales of ${period}, ${dongEn(amount)}, are being transferred to the account on record.`],
      action: 'View the statement',
    }),
  },
}

/** The words of a message. In: a kind with its params. Line breaks and control characters never reach the subject. */
export function wordsOf<Kind extends DispatchKind>(
  kind: Kind,
  params: DispatchKinds[Kind],
  locale: DispatchLocale,
): DispatchText {
  const text = WORDS[kind][locale](params)
  return { ...text, subject: oneLine(text.subject) }
}

/** True for a kind that has words; rows outlive the code that wrote them. */
export function isDispatchKind(kind: string): kind is DispatchKind {
  return Object.hasOwn(WORDS, kind)
}

function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 200)
}

function clockEn(iso: string): string {
  return readableMoment(iso).replace('ngày', 'on')
}
