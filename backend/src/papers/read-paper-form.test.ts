import type { IncomingMessage } from 'node:http'
import { PassThrough } from 'node:stream'
import sharp from 'sharp'
import { ApiError, isApiError } from '../http/api-error'
import { PAPER_LIMITS } from './paper-limits'
import { readPaperForm } from './read-paper-form'

/** A request with a body of several parts, as a browser writes it. */
async function request(form: FormData, headers: Record<string, string> = {}): Promise<IncomingMessage> {
  const made = new Response(form)
  return asRequest(Buffer.from(await made.arrayBuffer()), {
    'content-type': made.headers.get('content-type') ?? '',
    ...headers,
  })
}
function asRequest(body: Buffer, headers: Record<string, string>): IncomingMessage {
  const stream = new PassThrough()
  stream.end(body)
  return Object.assign(stream, { headers }) as unknown as IncomingMessage
}
const take = () => Promise.resolve()
async function refusal(req: IncomingMessage, accept: () => Promise<void> = take): Promise<unknown> {
  try {
    await readPaperForm(req, accept)
  } catch (error) {
    if (isApiError(error)) return [error.status, error.code]
    throw error
  }
  throw new Error('it was taken')
}
const jpeg = () =>
  sharp({ create: { width: 30, height: 40, channels: 3, background: '#eee' } })
    .jpeg()
    .toBuffer()

describe('the form of a paper', () => {
  it('has its fields first, then the photos in their order', async () => {
    const form = new FormData()
    form.set('kind', 'food_safety')
    form.set('title', 'Giấy chứng nhận ATTP')
    for (const at of [1, 2, 3]) form.append('file', new Blob([await jpeg()]), `${at}.jpg`)
    const seen: Record<string, string>[] = []
    const read = await readPaperForm(await request(form), async (fields) => {
      seen.push({ ...fields })
    })
    expect(seen).toEqual([{ kind: 'food_safety', title: 'Giấy chứng nhận ATTP' }])
    expect(await read.files.toPdf('x')).toMatchObject({ pages: 3 })
  })

  it('is refused for its fields before a file is looked at', async () => {
    const form = new FormData()
    form.set('kind', 'x')
    form.append('file', new Blob(['MZ']), 'a.exe')
    const accept = () => Promise.reject(new ApiError(422, 'paper_kind_unknown', { field: 'kind' }))
    expect(await refusal(await request(form), accept)).toEqual([422, 'paper_kind_unknown'])
  })

  it('an empty file field is no file', async () => {
    const form = new FormData()
    form.set('kind', 'x')
    form.append('file', new Blob([]), '')
    const { files } = await readPaperForm(await request(form), take)
    expect(await files.toPdf('x')).toBeNull()
  })

  it('is refused when it is too large, before and while it comes', async () => {
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(PAPER_LIMITS.fileBytes + 1)]), 'to.jpg')
    expect(await refusal(await request(form))).toEqual([413, 'paper_too_large'])
    const length = { 'content-length': String(PAPER_LIMITS.formBytes + 1) }
    expect(await refusal(await request(form, length))).toEqual([413, 'paper_too_large'])
  })

  it('is refused when it is no form, or one that breaks off', async () => {
    expect(await refusal(asRequest(Buffer.from('{}'), { 'content-type': 'application/json' }))).toEqual([
      415,
      'upload_expected',
    ])
    const cut = Buffer.from('--b\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nhalf')
    expect(await refusal(asRequest(cut, { 'content-type': 'multipart/form-data; boundary=b' }))).toEqual([
      400,
      'upload_expected',
    ])
    const other = new FormData()
    other.append('photo', new Blob(['x']), 'a.jpg')
    expect(await refusal(await request(other))).toEqual([400, 'unknown_field'])
  })
})
