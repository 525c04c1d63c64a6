const PASSED_ON = ['content-type', 'content-disposition', 'content-length']

/** A file of the backend's, handed on as it comes; it stays with the reader. */
export function passFile(file: Response): Response {
  const headers = new Headers({ 'Cache-Control': 'private, no-store' })
  for (const name of PASSED_ON) {
    const value = file.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  return new Response(file.body, { headers })
}
