/**
 * Content security policy of a page: scripts run only from our files or with this request's nonce, nothing is framed,
 * nothing comes from elsewhere. CSP level 3, https://www.w3.org/TR/CSP3/.
 * @param {string} nonce fresh for each request
 * @param {boolean} https whether the site is served over https
 * @param {string} [path] the inspectors' pages decode pictures of codes with WebAssembly where the browser cannot itself
 */
export function contentSecurityPolicy(nonce, https, path = '') {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'${path.startsWith('/kiem-tra/') ? " 'wasm-unsafe-eval'" : ''}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(https ? ['upgrade-insecure-requests'] : []),
    'report-uri /csp-report',
    'report-to csp',
  ].join('; ')
}

/**
 * Headers that every answer carries, whatever it is.
 * @param {boolean} https whether the site is served over https
 * @returns {Record<string, string>}
 */
export function securityHeaders(https) {
  return {
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-DNS-Prefetch-Control': 'off',
    'Reporting-Endpoints': 'csp="/csp-report"',
    ...(https ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}
