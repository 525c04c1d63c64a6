/** Longer ones do not fit into an index, and no identifier in use comes near. */
export const MAX_URI_LENGTH = 2048

const URI = /^[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+$/
const STRAY_PERCENT = /%(?![0-9A-Fa-f]{2})/

/** Whether a text is an absolute URI (RFC 3986): ASCII only, with other characters percent-encoded. */
export function isUri(text: string): boolean {
  return text.length <= MAX_URI_LENGTH && URI.test(text) && !(text.includes('%') && STRAY_PERCENT.test(text))
}
