/** Hands a private file of the backend on, with the headers that say what it is; nothing in it may run. */
export function passFile(file: Response): Response {
  const headers = new Headers({ 'Cache-Control': 'private, no-store', 'Content-Security-Policy': "default-src 'none'" })
  for (const name of ['content-type', 'content-disposition', 'content-length']) {
    const value = file.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  return new Response(file.body, { headers })
}
