import { Readable } from 'node:stream'
import { type BatchOfCodes, type CodeRing, unitCode } from '../identifiers/unit-codes.ts'
import { InputError } from '../storage/input-error.ts'
import { type ScratchRing, scratchCode } from './scratch-codes.ts'
import { turns } from './turns.ts'

const CHUNK_BYTES = 32_768
const HEAD = '\uFEFFindex,code,hidden_code\r\n'

/**
 * Hidden codes of labels `from` (included) to `to` (excluded) of a batch, for the printer that puts them below the scratch
 * layer: CSV (RFC 4180) with the index from 0 and the code of each label, as in the CSV of a print sheet. Made while it is
 * read; kept nowhere. Throws InputError when the batch has no hidden codes, or the range is outside of it.
 */
export function hiddenCodeList(
  rings: { codes: CodeRing; scratch: ScratchRing },
  batch: BatchOfCodes & { scratch: boolean },
  from = 0,
  to = batch.size,
): Readable {
  if (!batch.scratch) throw new InputError('batchNo', `batchNo: labels of batch ${batch.batchNo} have no hidden codes`)
  if (!Number.isInteger(from) || from < 0 || from >= batch.size) {
    throw new InputError('from', `from: the batch has labels 0 to ${batch.size - 1}`)
  }
  if (!Number.isInteger(to) || to <= from || to > batch.size) {
    throw new InputError('to', `to: must be more than ${from} and at most ${batch.size}`)
  }
  return Readable.from(lines(rings, batch, from, to), { objectMode: false, highWaterMark: CHUNK_BYTES })
}

async function* lines(
  { codes, scratch }: { codes: CodeRing; scratch: ScratchRing },
  batch: BatchOfCodes,
  from: number,
  to: number,
): AsyncGenerator<Buffer> {
  const turn = turns()
  let text = HEAD
  for (let index = from; index < to; index++) {
    text += `${index},${unitCode(codes, batch, index)},${scratchCode(scratch, batch, index)}\r\n`
    if (text.length >= CHUNK_BYTES) {
      yield Buffer.from(text)
      text = ''
    }
    await turn()
  }
  if (text !== '') yield Buffer.from(text)
}
