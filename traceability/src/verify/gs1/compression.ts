import { type AiComponent, APPLICATION_IDENTIFIERS } from './application-identifiers.ts'
import { type DigitalLink, digitalLinkOf } from './digital-link.ts'
import { type Gs1Element, knownAi, MOST_ELEMENTS } from './elements.ts'
import { Gs1SyntaxError } from './gs1-syntax-error.ts'
import { decodePathValue, encodeQueryValue } from './uri-text.ts'

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const LOWER_HEX = '0123456789abcdef'
const UPPER_HEX = '0123456789ABCDEF'

type Sequences = ReadonlyMap<string, readonly string[]>

/** One byte, with at least one digit above 9, stands for a pair or more of AIs that often come together. */
const SEQUENCES: Sequences = new Map([
  ['0A', ['01', '22']],
  ['0B', ['01', '10']],
  ['0C', ['01', '21']],
  ['0D', ['01', '17']],
  ['0E', ['01', '7003']],
  ['0F', ['01', '30']],
  ['1A', ['01', '10', '21', '17']],
  ['1B', ['01', '15']],
  ['1C', ['01', '11']],
  ['1D', ['01', '16']],
  ['1E', ['01', '91']],
  ['1F', ['01', '10', '15']],
  ['9A', ['8010', '8011']],
  ['9B', ['8017', '8019']],
  ['9C', ['8018', '8019']],
  ['9D', ['414', '254']],
  ...family('2', 'ABCDEF', '01', '310'),
  ...family('3', 'ABCDEF', '01', '320'),
  ...family('A', '0123456789', '01', '392'),
  ...family('C', '0123456789', '255', '390'),
  ...family('C', 'ABCD', '255', '394'),
])

/** The toolkit writes the AIs of a sequence in the order of their digits, not of the table: `17` before `21`. Both are read. */
const SORTED_SEQUENCES: Sequences = new Map([...SEQUENCES].map(([code, ais]) => [code, [...ais].sort()]))

/** A number of so many digits is written in just enough bits; a length in just enough for the longest. */
const bitsForDigits = (digits: number) => Math.ceil(digits * Math.log2(10) + 0.01)
const bitsForLength = (longest: number) => Math.ceil(Math.log2(longest) + 0.01)

export interface DecompressedLink extends DigitalLink {
  /** Pairs that are not GS1's and were compressed with the rest: `['utm=zalo']`. */
  readonly otherParameters: readonly string[]
}

/**
 * Reads the compressed form of a Digital Link: `/{base64url}`, or `/01/{gtin}/{base64url}` with the key in plain
 * (GS1 Digital Link: Compression, 2020; the layout of GS1's Digital Link Toolkit). The compression of EPC binary strings,
 * a later standard, is not read.
 * In: the path of the URI, without query and trailing slash. Throws Gs1SyntaxError `not_compressed` when
 * the path has another form or ends inside an element, else whatever is wrong with the elements found.
 */
export function decompressDigitalLink(path: string): DecompressedLink {
  const parts = /^(?:\/([0-9]{2,4})\/([^/]+))?\/([A-Za-z0-9_-]{4,})$/.exec(path)
  const [, key, value, text] = parts ?? []
  if (text === undefined) throw notCompressed()
  const plain = key !== undefined && value !== undefined ? [{ ai: key, value: decodePathValue(value) }] : []
  const read = (sequences: Sequences) => {
    const { elements, otherParameters } = readElements(new BitReader(text), sequences)
    return { ...digitalLinkOf([...plain, ...elements]), otherParameters }
  }
  try {
    return read(SEQUENCES)
  } catch (error) {
    if (error instanceof Gs1SyntaxError) return read(SORTED_SEQUENCES)
    throw error
  }
}

/** Bits of a base64url text from the left. */
class BitReader {
  readonly #values: readonly number[]
  #at = 0

  constructor(text: string) {
    this.#values = [...text].map((character) => BASE64URL.indexOf(character))
  }

  get left(): number {
    return this.#values.length * 6 - this.#at
  }

  number(bits: number): bigint {
    if (bits > this.left) throw notCompressed()
    let value = 0n
    for (let i = 0; i < bits; i++, this.#at++) {
      const six = this.#values[Math.floor(this.#at / 6)] ?? 0
      value = value * 2n + BigInt((six >> (5 - (this.#at % 6))) & 1)
    }
    return value
  }

  hexDigit(): string {
    return UPPER_HEX.charAt(Number(this.number(4)))
  }

  digits(count: number): string {
    if (count === 0) return ''
    const text = this.number(bitsForDigits(count)).toString().padStart(count, '0')
    if (text.length > count) throw notCompressed()
    return text
  }

  characters(count: number, bits: number, alphabet: string): string {
    return Array.from({ length: count }, () => {
      const value = Number(this.number(bits))
      return alphabet === '' ? String.fromCharCode(value) : alphabet.charAt(value)
    }).join('')
  }
}

/** Fewer than nine bits at the end are padding, as an AI alone takes eight. */
function readElements(bits: BitReader, sequences: Sequences): { elements: Gs1Element[]; otherParameters: string[] } {
  const elements: Gs1Element[] = []
  const otherParameters: string[] = []
  while (bits.left > 8) {
    if (elements.length + otherParameters.length >= MOST_ELEMENTS) throw notCompressed()
    const start = bits.hexDigit() + bits.hexDigit()
    if (start.startsWith('F')) {
      otherParameters.push(readForeignPair(start.charAt(1), bits))
      continue
    }
    for (const ai of sequences.get(start) ?? [readAi(start, bits)]) elements.push({ ai, value: readValue(ai, bits) })
  }
  return { elements, otherParameters }
}

/** Two digits that begin a longer AI are followed by the others. */
function readAi(start: string, bits: BitReader): string {
  let ai = start
  while (!APPLICATION_IDENTIFIERS.has(ai)) {
    if (ai.length >= 4 || !/^[0-9]+$/.test(ai)) throw notCompressed()
    ai += bits.hexDigit()
  }
  return ai
}

/** Behind `F` a pair that is not GS1's: seven bits of length and a name in base64url, encoding, length, value. */
function readForeignPair(firstDigit: string, bits: BitReader): string {
  const length = Number.parseInt(firstDigit, 16) * 8 + Number(bits.number(3))
  const name = bits.characters(length, 6, BASE64URL)
  const encoding = Number(bits.number(3))
  return `${name}=${encodeQueryValue(readText(bits, encoding, Number(bits.number(7))))}`
}

function readValue(ai: string, bits: BitReader): string {
  return fields(knownAi(ai).components)
    .map(({ numeric, fixed, max }) => {
      const encoding = numeric ? 0 : Number(bits.number(3))
      return readText(bits, encoding, fixed ? max : Number(bits.number(bitsForLength(max))))
    })
    .join('')
}

interface Field {
  numeric: boolean
  fixed: boolean
  max: number
}

/** Components that follow each other in one alphabet are one number or text; what may be absent makes it one of open length. */
function fields(components: readonly AiComponent[]): Field[] {
  const merged: Field[] = []
  for (const { characters, min, max, optional } of components) {
    const [numeric, fixed] = [characters === 'N', min === max && !optional]
    const last = merged.at(-1)
    if (last && last.numeric === numeric && (last.fixed === fixed || !numeric)) {
      last.max += max
      last.fixed &&= fixed
    } else {
      merged.push({ numeric, fixed, max })
    }
  }
  return merged
}

function readText(bits: BitReader, encoding: number, count: number): string {
  if (encoding === 0) return bits.digits(count)
  if (encoding === 1) return bits.characters(count, 4, LOWER_HEX)
  if (encoding === 2) return bits.characters(count, 4, UPPER_HEX)
  if (encoding === 3) return bits.characters(count, 6, BASE64URL)
  if (encoding === 4) return bits.characters(count, 7, '')
  throw notCompressed()
}

function family(first: string, seconds: string, key: string, stem: string): [string, string[]][] {
  return [...seconds].map((second, at) => [first + second, [key, `${stem}${at}`]])
}

function notCompressed(): Gs1SyntaxError {
  return new Gs1SyntaxError('not_compressed', 'This is no compressed GS1 Digital Link')
}
