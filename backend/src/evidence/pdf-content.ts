import { constants, inflateSync } from 'node:zlib'

/** Objects may be kept compressed (ISO 32000-2, 7.5.7): what they unfold to, in one stream and in all. */
const MOST_UNFOLDED = 8 * 1024 * 1024
const MOST_UNFOLDED_IN_ALL = 64 * 1024 * 1024
const MOST_STREAMS = 5_000
/** How far a dictionary is followed to either side, and how many nodes of page trees: what is longer is made to be slow. */
const REACH = 65_536
const MOST_NODES = 1_000
const LESS = 60
const GREATER = 62

/** What is told of a PDF without drawing it. */
export interface PdfContent {
  /** Pages as its page tree counts them; 0 when there is none. */
  pages: number
  /** Enciphered: its content cannot be looked at, and not everybody can open it. */
  locked: boolean
  /** It does something when opened, or carries other files. */
  active: boolean
}

/** Names of ISO 32000 that make a paper do something, or carry other files. Scripts are always of one of these kinds. */
const ACTIVE = /\/(JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|Rendition)\b/

/**
 * Looks through a PDF's objects, compressed ones too, without an opinion on how it looks. Out: null for one that is damaged,
 * cut off, or packed so that it cannot be looked through.
 */
export function readPdfContent(bytes: Buffer): PdfContent | null {
  const text = bytes.toString('latin1')
  const whole = /^%PDF-[12]\.\d/.test(text) && /startxref\s+\d+\s+%%EOF\s*$/.test(text.slice(-2_048))
  if (!whole) return null
  if (/\/Encrypt\s*(<<|\d+\s+\d+\s+R)/.test(text)) return { pages: 0, locked: true, active: false }
  const unfolded = unfoldedObjects(bytes, text)
  if (unfolded === null) return null
  const parts = [text, ...unfolded]
  return {
    pages: Math.max(0, ...parts.map(pagesIn)),
    locked: false,
    active: parts.some((part) => ACTIVE.test(plainNames(part))),
  }
}

/** Names may be written with #xx for any character. */
function plainNames(text: string): string {
  return text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function unfoldedObjects(bytes: Buffer, text: string): string[] | null {
  const parts: string[] = []
  let total = 0
  for (const match of text.matchAll(/\/Type\s*\/ObjStm\b/g)) {
    const dictionary = dictionaryAround(text, match.index)
    const start = dictionary === null ? null : /^\s*stream\r?\n/.exec(text.slice(dictionary.end, dictionary.end + 32))
    if (!dictionary || !start || parts.length >= MOST_STREAMS) return null
    if (!/\/Filter\s*\[?\s*\/FlateDecode\s*\]?/.test(dictionary.text)) {
      // Uncompressed ones are read with the file itself; other packings cannot be looked through.
      if (/\/Filter\b/.test(dictionary.text)) return null
      continue
    }
    try {
      const unfolded = inflateSync(bytes.subarray(dictionary.end + start[0].length), {
        finishFlush: constants.Z_SYNC_FLUSH,
        maxOutputLength: MOST_UNFOLDED,
      })
      total += unfolded.length
      if (total > MOST_UNFOLDED_IN_ALL) return null
      parts.push(unfolded.toString('latin1'))
    } catch {
      return null
    }
  }
  return parts
}

/**
 * The largest count of the page tree's nodes: the root counts all pages below it (ISO 32000-2, 7.7.3). Pages one by one where
 * no node says a number.
 */
function pagesIn(text: string): number {
  let most = 0
  let nodes = 0
  for (const { index } of text.matchAll(/\/Type\s*\/Pages\b/g)) {
    if (++nodes > MOST_NODES) break
    const count = /\/Count\s+(\d{1,9})(?!\d|\s+\d+\s+R)/.exec(dictionaryAround(text, index)?.text ?? '')?.[1]
    most = Math.max(most, Number(count ?? 0))
  }
  return most || [...text.matchAll(/\/Type\s*\/Page\b/g)].length
}

/** The dictionary `<< … >>` that a place in the text stands in, and where it ends. Null where none begins or ends within reach. */
function dictionaryAround(text: string, at: number): { text: string; end: number } | null {
  const pair = (place: number, code: number) => text.charCodeAt(place) === code && text.charCodeAt(place + 1) === code
  let from = at - 2
  for (let depth = 0; ; from--) {
    if (from < Math.max(0, at - REACH)) return null
    if (pair(from, LESS)) {
      if (depth === 0) break
      depth--
      from--
    } else if (pair(from, GREATER)) {
      depth++
      from--
    }
  }
  const last = Math.min(text.length, from + 2 * REACH)
  for (let depth = 0, place = from; place < last; place++) {
    if (pair(place, LESS)) {
      depth++
      place++
    } else if (pair(place, GREATER)) {
      depth--
      place++
      if (depth === 0) return { text: text.slice(from, place + 1), end: place + 1 }
    }
  }
  return null
}
