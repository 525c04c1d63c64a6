import { crc32, deflateRawSync } from 'node:zlib'
import { Zip, type ZipInputFile } from 'fflate'

/** Files of one ZIP without its 64-bit extension, less a margin. */
export const MOST_FILES_IN_ZIP = 50_000

/** Small windows: files are small and alike inside, and a large window costs more to set up than it saves. */
const DEFLATE = { level: 1, memLevel: 5, windowBits: 12, chunkSize: 8_192 }

/** fflate writes the archive; Node's zlib, which is faster, compresses. */
export class ZipArchive {
  readonly #zip: Zip
  readonly #madeAt: Date
  #ready: Uint8Array[] = []

  /** `madeAt` is the time all files get, so that the same files are the same archive. */
  constructor(madeAt: Date) {
    this.#madeAt = madeAt
    this.#zip = new Zip((error, data) => {
      if (error) throw error
      this.#ready.push(data)
    })
  }

  add(filename: string, content: Buffer, { compress }: { compress: boolean }): void {
    const packed = compress ? deflateRawSync(content, DEFLATE) : content
    const file: ZipInputFile = {
      filename,
      size: content.length,
      crc: crc32(content),
      compression: compress ? 8 : 0,
      mtime: this.#madeAt,
    }
    this.#zip.add(file)
    file.ondata?.(null, new Uint8Array(packed), true)
  }

  /** Ends the archive; the last bytes are then there to take. */
  end(): void {
    this.#zip.end()
  }

  /** The bytes that are ready, once. */
  take(): Buffer {
    const ready = Buffer.concat(this.#ready)
    this.#ready = []
    return ready
  }
}
