/**
 * A path of this site to go back to after a form, from user input. In: any value. Out: the path with its query, without
 * `lang`; `/` for anything that is not a plain path of ours (other origins, `//host`, backslashes, control characters).
 */
export function returnPath(value: unknown): string {
  if (typeof value !== 'string' || !/^\/(?![/\\])[^\\\s]*$/.test(value) || value.length > 2000) return '/'
  const url = new URL(value, 'http://localhost')
  if (url.origin !== 'http://localhost' || url.pathname.startsWith('//')) return '/'
  url.searchParams.delete('lang')
  return `${url.pathname}${url.search}`
}
