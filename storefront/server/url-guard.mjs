const LONGEST_URL = 2048

/**
 * Judges a request address before any router decodes it.
 * Out: 414 for a longer one than 2,048 characters; 400 for malformed percent-encoding, control characters, backslashes
 * and dot segments, encoded or not; else null. An encoded slash alone is allowed: GS1 lot numbers may hold one.
 * @param {string} url path and query as received
 * @returns {400 | 414 | null}
 */
export function badUrlStatus(url) {
  if (url.length > LONGEST_URL) return 414
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
