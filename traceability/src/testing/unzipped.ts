import { unzipSync } from 'fflate'

/** Files of a ZIP in order. */
export function unzipped(archive: Buffer): { name: string; content: Buffer }[] {
  return Object.entries(unzipSync(archive)).map(([name, content]) => ({ name, content: Buffer.from(content) }))
}

export async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}
