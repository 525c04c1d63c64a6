import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import busboy from 'busboy'
import { ApiError } from '../http/api-error'
import { PaperFiles } from './paper-files'
import { PAPER_LIMITS } from './paper-limits'

/** What the form says about a paper, by member, and the files that came with it. */
export interface PaperForm {
  fields: Record<string, string>
  files: PaperFiles
}

const MOST_FIELDS = 20
const LONGEST_FIELD = 4_096

/**
 * Reads `multipart/form-data` (RFC 7578) as it comes: fields first, then files, one after the other. A photo is brought to its
 * final size before the next is taken from the network, so however many come, one is in memory as it was sent.
 * In: `accept` looks at the fields before the first file is read, and throws what the form is refused with.
 * Throws ApiError: 415 for another type of body, 400 for one that is damaged, 413 and 422 for its files, with
 * `details.file` naming the one at fault.
 */
export function readPaperForm(
  req: IncomingMessage,
  accept: (fields: Record<string, string>) => Promise<void>,
): Promise<PaperForm> {
  const type = req.headers['content-type'] ?? ''
  if (!/^multipart\/form-data\s*;.*boundary=/i.test(type)) return refused(415, 'upload_expected')
  if (Number(req.headers['content-length'] ?? 0) > PAPER_LIMITS.formBytes) return refused(413, 'paper_too_large')
  return new Promise((resolve, reject) => {
    const fields: Record<string, string> = {}
    const files = new PaperFiles()
    const parser = busboy({
      headers: req.headers,
      defParamCharset: 'utf8',
      limits: { fields: MOST_FIELDS, fieldSize: LONGEST_FIELD, fileSize: PAPER_LIMITS.fileBytes + 1 },
    })
    let accepted: Promise<void> | undefined
    const accepting = () => {
      accepted ??= accept(fields)
      return accepted
    }
    let work = Promise.resolve()
    // What is left of a refused form is read to nowhere, so that the answer reaches who is still sending.
    const refuse = (error: unknown) => {
      req.unpipe(parser)
      req.resume()
      reject(error)
    }
    const damaged = () => refuse(new ApiError(400, 'upload_expected'))
    parser.on('field', (name, value, { valueTruncated, nameTruncated }) => {
      if (valueTruncated || nameTruncated) refuse(new ApiError(400, 'invalid_request', { field: name.slice(0, 40) }))
      fields[name] = value
    })
    parser.on('file', (name, stream, { filename }) => {
      // A half-sent file fails where it is read; before that nobody listens.
      stream.on('error', () => undefined)
      work = work.then(async () => {
        await accepting()
        if (name !== 'file') throw new ApiError(400, 'unknown_field', { field: name.slice(0, 40) })
        const sent = await wholeFile(stream)
        if (sent.length > 0 || filename) await files.add(sent, filename)
      })
      work.catch(refuse)
    })
    parser.on('fieldsLimit', damaged)
    parser.on('error', damaged)
    parser.on('close', () => {
      work.then(accepting).then(() => resolve({ fields, files }), refuse)
    })
    req.once('aborted', damaged)
    req.pipe(parser)
  })
}

async function wholeFile(stream: Readable & { truncated?: boolean }): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  if (stream.truncated) throw new ApiError(413, 'paper_too_large', { field: 'file' })
  return Buffer.concat(chunks)
}

async function refused(status: number, code: 'upload_expected' | 'paper_too_large'): Promise<never> {
  throw new ApiError(status, code, { field: 'file' })
}
