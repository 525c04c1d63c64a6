// What a buyer sees. Every text that comes from outside goes through `esc`.
import { BANKS, CARDS, OTP } from './banks.mjs'

const esc = (text) => String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
const dong = (amount) => `${Number(amount).toLocaleString('vi-VN')} ₫`

function page(title, body) {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${esc(title)} · Cổng thanh toán mô phỏng</title><style>
:root{color-scheme:light;font:16px/1.5 system-ui,sans-serif;color:#17233b;background:#f2f5fa}
body{margin:0}header{background:#0b4d9c;color:#fff;padding:.75rem 1rem}header p{margin:0;font-size:.875rem}
main{max-width:34rem;margin:1rem auto;padding:1rem;background:#fff;border-radius:.5rem;box-sizing:border-box}
h1{font-size:1.25rem;margin:0 0 .75rem}dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem;margin:0 0 1rem}dd{margin:0;text-align:right;overflow-wrap:anywhere}
label{display:block;padding:.5rem 0}input[type=text]{display:block;width:100%;box-sizing:border-box;font:inherit;padding:.5rem;border:1px solid #5a6b85;border-radius:.25rem}
button{font:inherit;padding:.6rem 1rem;border-radius:.25rem;border:1px solid #0b4d9c;background:#0b4d9c;color:#fff;min-height:44px;margin:.25rem .5rem .25rem 0}
button.plain{background:#fff;color:#0b4d9c}.warn{background:#fff3d6;padding:.5rem .75rem;border-radius:.25rem}.error{background:#fde8e8;padding:.5rem .75rem;border-radius:.25rem}
fieldset{border:1px solid #c4cddb;border-radius:.25rem;margin:0 0 1rem}
:focus-visible{outline:3px solid #f0a500;outline-offset:2px}</style></head><body>
<header><strong>Cổng thanh toán mô phỏng</strong><p>Chỉ để thử trên máy này. Không có tiền thật và không phải VNPAY.</p></header>
<main>${body}</main></body></html>`
}

function summary({ params, amount }) {
  return `<dl><dt>Số tiền</dt><dd><strong>${dong(amount)}</strong></dd><dt>Mã đơn hàng</dt><dd>${esc(params.vnp_TxnRef)}</dd>
<dt>Nội dung</dt><dd>${esc(params.vnp_OrderInfo)}</dd></dl>`
}

const form = (token, step, inner) =>
  `<form method="post" action="/paymentv2/Transaction/${step}.html?token=${esc(token)}">${inner}</form>`
const cancel = (token) => form(token, 'Cancel', '<button class="plain" type="submit">Hủy thanh toán</button>')

export function methodPage(transaction) {
  const banks = BANKS.map(
    ({ code, name }, index) =>
      `<label><input type="radio" name="bank" value="${code}"${index === 0 ? ' checked' : ''}> ${esc(name)} (${code})</label>`,
  ).join('')
  return page(
    'Chọn ngân hàng',
    `<h1>Chọn phương thức thanh toán</h1>${summary(transaction)}${form(
      transaction.token,
      'Bank',
      `<fieldset><legend>Ngân hàng</legend>${banks}</fieldset><button type="submit">Tiếp tục</button>`,
    )}${cancel(transaction.token)}`,
  )
}

export function cardPage(transaction, error) {
  const cards = CARDS.map(
    ({ number, note }, index) =>
      `<label><input type="radio" name="card" value="${number}"${index === 0 ? ' checked' : ''}> ${number}: ${esc(note)}</label>`,
  ).join('')
  const other = [
    ['timeout', 'Khách bỏ ngang, hết thời gian chờ (mã 11)'],
    ['suspicion', 'Trừ tiền nhưng nghi ngờ gian lận (mã 07)'],
    ['maintenance', 'Ngân hàng bảo trì (mã 75)'],
    ['reversed', 'Ngân hàng trừ tiền, giao dịch chưa thành công (trạng thái 04)'],
  ]
    .map(([value, text]) => `<label><input type="radio" name="card" value="${value}"> ${esc(text)}</label>`)
    .join('')
  return page(
    'Thẻ thử nghiệm',
    `<h1>Ngân hàng ${esc(transaction.bank)}</h1>${summary(transaction)}${error ? `<p class="error" role="alert">${esc(error)}</p>` : ''}${form(
      transaction.token,
      'Card',
      `<fieldset><legend>Thẻ thử nghiệm (NGUYEN VAN A, 07/15)</legend>${cards}</fieldset>
<fieldset><legend>Tình huống khác</legend>${other}</fieldset><button type="submit">Tiếp tục</button>`,
    )}${cancel(transaction.token)}`,
  )
}

export function otpPage(transaction, error) {
  return page(
    'Nhập mã OTP',
    `<h1>Xác nhận bằng mã OTP</h1>${summary(transaction)}${error ? `<p class="error" role="alert">${esc(error)}</p>` : ''}${form(
      transaction.token,
      'Otp',
      `<label>Mã OTP <input type="text" name="otp" inputmode="numeric" autocomplete="one-time-code" required></label>
<p class="warn">Mã thử nghiệm là ${OTP}.</p><button type="submit">Thanh toán</button>`,
    )}${cancel(transaction.token)}`,
  )
}

export function errorPage(code, text) {
  return page(
    'Không thanh toán được',
    `<h1>Giao dịch không thực hiện được</h1><p class="error" role="alert">${esc(text)}</p><p>Mã lỗi: <strong>${esc(code)}</strong></p>`,
  )
}
