/** True when a browser or a mail program fetches a page that nobody may be looking at. */
export function isPrefetch(request: Request): boolean {
  return /prefetch|preview/i.test(`${request.headers.get('sec-purpose') ?? ''} ${request.headers.get('purpose') ?? ''}`)
}
