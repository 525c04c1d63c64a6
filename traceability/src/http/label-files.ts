import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { checkRange, FORMATS, labelFile } from '../labels/label-file.ts'
import { fileTag, type LabelKeys, type LabelSheet } from '../labels/label-sheet.ts'
import { fileName } from '../labels/label-sheets.ts'
import { BoundedCache } from '../storage/bounded-cache.ts'
import { HttpError, json } from './respond.ts'
import type { Answer, Request } from './router.ts'

/** What a file is when it is whole, to compare with what has come. */
export interface FileDigest {
  etag: string
  bytes: number
  /** Lower-case hexadecimal. */
  sha256: string
}

const MOST_DIGESTS = 10_000

/** Files of print sheets, made while they are sent. A file that was sent whole once has its digest at hand. */
export function labelFiles(keys: LabelKeys) {
  const digests = new BoundedCache<string, FileDigest>(MOST_DIGESTS)

  function opened(sheet: LabelSheet, from: number, to: number): string {
    checkRange(sheet, from, to)
    if (sheet.signed && !keys.signer.canSign(sheet.signed.keyId)) {
      throw new HttpError(
        409,
        'label_key_retired',
        `This print sheet is signed with key ${sheet.signed.keyId}, which signs no more. Make a new print sheet for the labels that are not printed yet.`,
      )
    }
    return `"${fileTag(sheet, from, to)}"`
  }

  /** The file's bytes from an offset on; its digest is kept when it has been read to its end. */
  async function* bytes(etag: string, sheet: LabelSheet, from: number, to: number, offset: number) {
    const hash = createHash('sha256')
    let size = 0
    for await (const chunk of labelFile(keys, sheet, from, to) as AsyncIterable<Buffer>) {
      hash.update(chunk)
      const skipped = Math.max(0, offset - size)
      size += chunk.length
      if (skipped < chunk.length) yield skipped === 0 ? chunk : chunk.subarray(skipped)
    }
    digests.set(etag, { etag, bytes: size, sha256: hash.digest('hex') })
  }

  async function digestOf(etag: string, sheet: LabelSheet, from: number, to: number): Promise<FileDigest> {
    const known = digests.get(etag)
    if (known) return known
    for await (const _ of bytes(etag, sheet, from, to, Number.POSITIVE_INFINITY)) throw new Error('nothing is yielded')
    const made = digests.get(etag)
    if (!made) throw new Error('a file that was read has no digest')
    return made
  }

  return {
    /** Length and SHA-256 of a file, which is made for it when it was not sent lately. */
    async digest(sheet: LabelSheet, from: number, to: number): Promise<Answer> {
      const etag = opened(sheet, from, to)
      return json(200, await digestOf(etag, sheet, from, to))
    },

    /**
     * A file as it is made. Its tag is known before its bytes: who has them already (`If-None-Match`) is told so at once.
     * `Range: bytes=n-` goes on where a connection was lost (RFC 9110, 14); other ranges get the whole file.
     */
    async answer({ incoming }: Request, sheet: LabelSheet, from: number, to: number): Promise<Answer> {
      const etag = opened(sheet, from, to)
      const { contentType, extension } = FORMATS[sheet.format]
      const headers = {
        etag,
        'cache-control': 'private, no-cache',
        'accept-ranges': 'bytes',
        'x-label-from': String(from),
        'x-label-to': String(to),
      }
      const held = String(incoming.headers['if-none-match'] ?? '').split(/\s*,\s*/)
      if (held.includes(etag)) return { status: 304, headers, body: '' }
      const whole = {
        ...headers,
        'content-type': contentType,
        'content-disposition': `attachment; filename="${fileName(sheet.batch.batchNo, from, to, extension)}"`,
      }
      const offset = offsetOf(incoming.headers.range, String(incoming.headers['if-range'] ?? etag), etag)
      // A stream that HEAD throws away unread costs nothing: nothing is made before it is read.
      const body = () => Readable.from(bytes(etag, sheet, from, to, offset), { objectMode: false })
      if (offset === 0) {
        const known = digests.get(etag)
        return {
          status: 200,
          headers: known ? { ...whole, 'content-length': String(known.bytes) } : whole,
          body: body(),
        }
      }
      const { bytes: size } = await digestOf(etag, sheet, from, to)
      if (offset >= size) {
        throw new HttpError(416, 'range_not_satisfiable', `The file has ${size} bytes`, {
          headers: { 'content-range': `bytes */${size}` },
        })
      }
      const part = {
        'content-range': `bytes ${offset}-${size - 1}/${size}`,
        'content-length': String(size - offset),
      }
      return { status: 206, headers: { ...whole, ...part }, body: body() }
    },
  }
}

/** First byte that is asked for; 0 for the whole file. */
function offsetOf(range: string | undefined, ifRange: string, etag: string): number {
  if (ifRange !== etag) return 0
  const first = /^bytes=(\d{1,15})-$/.exec(range ?? '')?.[1]
  return first === undefined ? 0 : Number(first)
}
