/** Banks of the list, and the cards that the sandbox of VNPay hands out for NCB. */
export const BANKS = [
  ['NCB', 'Ngân hàng Quốc Dân'],
  ['VIETCOMBANK', 'Ngân hàng Ngoại thương Việt Nam'],
  ['VIETINBANK', 'Ngân hàng Công thương Việt Nam'],
  ['BIDV', 'Ngân hàng Đầu tư và Phát triển Việt Nam'],
  ['AGRIBANK', 'Ngân hàng Nông nghiệp và Phát triển Nông thôn'],
  ['MBBANK', 'Ngân hàng Quân đội'],
  ['TECHCOMBANK', 'Ngân hàng Kỹ thương'],
  ['VNPAYQR', 'Quét mã VNPAY-QR'],
].map(([code, name]) => ({ code, name }))

export const CARDS = [
  { number: '9704198526191432198', holder: 'NGUYEN VAN A', issued: '07/15', note: 'Thanh toán được', code: '00' },
  { number: '9704195798459170488', holder: 'NGUYEN VAN A', issued: '07/15', note: 'Không đủ số dư', code: '51' },
  { number: '9704193370791314', holder: 'NGUYEN VAN A', issued: '07/15', note: 'Thẻ bị khóa', code: '12' },
  { number: '9704194841945513', holder: 'NGUYEN VAN A', issued: '07/15', note: 'Thẻ hết hạn', code: '10' },
]

export const OTP = '123456'
