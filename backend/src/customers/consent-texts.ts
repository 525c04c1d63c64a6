import type { ConsentPurpose } from '../modules/customer-account/purposes'

/** Where a consent is asked for, and whether nothing can be done without it. */
interface ConsentText {
  purpose: ConsentPurpose
  /** Day of the wording; a change of words is another day. */
  version: string
  /** Without it the account cannot be opened, or the order not be placed. */
  needed: boolean
  vi: string
  en: string
}

/** Every consent people are asked for, one a purpose, none given beforehand. What is stored with a consent is `version`. */
export const CONSENT_TEXTS: readonly ConsentText[] = [
  {
    purpose: 'account',
    version: '2026-11-23',
    needed: true,
    vi: 'Tôi đồng ý để Sao Làng lưu họ tên và thư điện tử để mở và giữ tài khoản của tôi.',
    en: 'I agree that Sao Làng keeps my name and e-mail to open and keep my account.',
  },
  {
    purpose: 'order',
    version: '2026-11-23',
    needed: true,
    vi: 'Tôi đồng ý để Sao Làng, chủ thể bán hàng và đơn vị giao hàng dùng họ tên, số điện thoại và địa chỉ của tôi cho đơn hàng này.',
    en: 'I agree that Sao Làng, the selling producers and the carrier use my name, phone and address for this order.',
  },
  {
    purpose: 'order_messages',
    version: '2026-11-23',
    needed: false,
    vi: 'Báo cho tôi qua thư điện tử khi đơn hàng đổi trạng thái.',
    en: 'Tell me by e-mail when the state of my order changes.',
  },
  {
    purpose: 'follow_notices',
    version: '2026-11-23',
    needed: false,
    vi: 'Báo cho tôi khi hạng sao của sản phẩm tôi theo dõi thay đổi.',
    en: 'Tell me when the stars of products I follow change.',
  },
  {
    purpose: 'offers',
    version: '2026-11-23',
    needed: false,
    vi: 'Gửi cho tôi khuyến mại và mùa vụ mới qua thư điện tử.',
    en: 'Send me promotions and new harvests by e-mail.',
  },
]

/** The wording asked for today. */
export function consentText(purpose: ConsentPurpose): ConsentText {
  const text = CONSENT_TEXTS.find((each) => each.purpose === purpose)
  if (!text) throw new RangeError(`There is no wording for the purpose ${purpose}.`)
  return text
}
