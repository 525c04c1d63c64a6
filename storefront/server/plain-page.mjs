const WORDS = {
  400: {
    vi: [
      'Địa chỉ này không đọc được',
      'Có ký tự lạ hoặc thiếu trong đường dẫn. Hãy kiểm tra lại, hoặc bắt đầu từ trang chủ.',
    ],
    en: [
      'This address cannot be read',
      'It holds a stray or missing character. Check it, or start from the home page.',
    ],
  },
  403: {
    vi: ['Yêu cầu này không đến từ Sao Làng', 'Hãy mở lại trang của Sao Làng và gửi biểu mẫu từ đó.'],
    en: ['This request did not come from Sao Làng', 'Open the page on Sao Làng again and send the form from there.'],
  },
  405: {
    vi: ['Trang này không nhận yêu cầu kiểu đó', 'Hãy mở trang bằng trình duyệt, hoặc bắt đầu từ trang chủ.'],
    en: ['This page does not take such a request', 'Open it in a browser, or start from the home page.'],
  },
  413: {
    vi: ['Nội dung gửi lên quá lớn', 'Hãy rút ngắn nội dung rồi gửi lại.'],
    en: ['What was sent is too large', 'Shorten it and send it again.'],
  },
  414: {
    vi: ['Địa chỉ này quá dài', 'Hãy bỏ bớt điều kiện lọc, hoặc bắt đầu từ trang chủ.'],
    en: ['This address is too long', 'Remove some filters, or start from the home page.'],
  },
  429: {
    vi: ['Bạn thao tác nhanh quá', 'Hãy chờ một phút rồi thử lại. Giỏ hàng của bạn vẫn còn nguyên.'],
    en: ['That was a little too fast', 'Wait a minute and try again. Your cart is untouched.'],
  },
  500: {
    vi: [
      'Có trục trặc ở phía chúng tôi',
      'Hãy thử lại sau ít phút. Nếu vẫn vậy, hãy báo cho chúng tôi mã yêu cầu bên dưới.',
    ],
    en: ['Something went wrong on our side', 'Try again in a few minutes. If it stays, tell us the request id below.'],
  },
  503: {
    vi: ['Trang đang khởi động lại', 'Hãy thử lại sau ít giây.'],
    en: ['The site is restarting', 'Try again in a few seconds.'],
  },
}

/**
 * The page shown when a request never reaches the application: no scripts, one style sheet, both languages.
 * @param {keyof typeof WORDS} status
 * @param {string} requestId well formed, so safe to print
 * @returns {string} HTML
 */
export function plainPage(status, requestId) {
  const { vi, en } = WORDS[status]
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${vi[0]} · Sao Làng</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml"><link rel="stylesheet" href="/plain.css"></head>
<body><main><p class="brand"><img src="/favicon.svg" alt="" width="32" height="32"> Sao Làng</p>
<h1>${vi[0]}</h1><p>${vi[1]}</p><p><a class="home" href="/">Về trang chủ</a></p>
<section lang="en"><h2>${en[0]}</h2><p>${en[1]}</p></section>
<p class="id">${status} · Mã yêu cầu / Request id: <code>${requestId}</code></p></main></body></html>
`
}

/**
 * Answers with the plain page and the right status.
 * @param {import('express').Response} res
 * @param {keyof typeof WORDS} status
 */
export function sendPlainPage(res, status) {
  res.status(status).set('Cache-Control', 'no-store').type('html').send(plainPage(status, res.locals.requestId))
}
