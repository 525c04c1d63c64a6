const LONGEST_URL = 2048
/** Remix asks for the routes behind a page's links in one address and keeps it below 7,680 characters itself. */
const LONGEST_MANIFEST_URL = 8192

/**
 * Judges a request address before any router decodes it.
 * Out: 414 for one that is too long; 400 for malformed percent-encoding, control characters, backslashes
 * and dot segments, encoded or not; else null. An encoded slash alone is allowed: GS1 lot numbers may hold one.
 * @param {string} url path and query as received
 * @returns {400 | 414 | null}
 */
export function badUrlStatus(url) {
  if (url.length > (url.startsWith('/__manifest?') ? LONGEST_MANIFEST_URL : LONGEST_URL)) return 414
  const [path = '', query = ''] = url.split('?', 2)
  if (path.startsWith('//')) return 400
  try {
    const decoded = decodeURIComponent(path)
    if (hasControlCharacter(decoded) || /\\|(^|\/)\.\.?(\/|$)/.test(decoded)) return 400
    return decodeURIComponent(query).includes('\0') ? 400 : null
  } catch {
    return 400
  }
}

function hasControlCharacter(/** @type {string} */ text) {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code < 32 || code === 127) return true
  }
  return false
}
