import { pageData } from '#app/lib/shop-page.server.ts'

/** Hands a PDF of the backend on, for nobody to keep. In: the backend's answer. Throws the page's 404 or 503. */
export async function passPdf(answer: Promise<Response>): Promise<Response> {
  const file = await pageData(answer)
  const headers = new Headers({ 'Cache-Control': 'private, no-store' })
  for (const name of ['content-type', 'content-disposition', 'content-length']) {
    const value = file.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  return new Response(file.body, { headers })
}
