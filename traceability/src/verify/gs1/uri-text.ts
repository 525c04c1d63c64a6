const UNRESERVED = /[A-Za-z0-9\-._~]/

/** A value as a path segment: all but unreserved characters percent-encoded (RFC 3986 2.3). In: characters to U+00FF. */
export function encodePathValue(value: string): string {
  return [...value].map((character) => (UNRESERVED.test(character) ? character : percentEncoded(character))).join('')
}

/** A value in a query: like a path segment, with `+` for a space. */
export function encodeQueryValue(value: string): string {
  return encodePathValue(value).replaceAll('%20', '+')
}

/**
 * Undoes percent-encoding byte by byte; a `%` that no two hexadecimal digits follow stays as it is.
 * Values of GS1 are ASCII, so bytes above 7F come out as U+0080 to U+00FF and fail the character check later.
 */
export function decodePathValue(text: string): string {
  return text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** Like `decodePathValue`, with `+` read as a space. */
export function decodeQueryValue(text: string): string {
  return decodePathValue(text.replaceAll('+', ' '))
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}
