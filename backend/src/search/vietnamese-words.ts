import { foldText } from '../text/fold-text'

/** Combining marks of the five tones, in the order of Vietnamese dictionaries: huyền, hỏi, ngã, sắc, nặng. */
const TONES = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
const TONE_MARKS = /[\u0300\u0301\u0303\u0309\u0323]/gu

/** The Vietnamese alphabet as dictionaries order it; f, j, w and z stand where loan words put them. */
const ALPHABET = [...'0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz']
const PLACES = new Map(ALPHABET.map((letter, place) => [letter, String(place + 10)]))

/** A query is cut to this many different words: engines look at ten terms at most. */
const MOST_WORDS = 8
/** And, before that, to this many characters, at the end of a word. */
const LONGEST_QUERY = 500

/**
 * The words of a text in plain letters: `Chè Shan` and `CHE SHAN` (composed or decomposed) are both `che`, `shan`.
 * Letters, marks and digits make words; everything else parts them.
 */
export function plainWords(text: string): string[] {
  return wordsOf(text).map(foldText)
}

/**
 * The words of a text with their tone at the end: `hòa` and `hoà` are both `hoa1`, `mật` is `mât5`. Two spellings that
 * differ only in where the tone mark sits are one word.
 */
export function tonedWords(text: string): string[] {
  return wordsOf(text).map(toned)
}

/** A shopper's query. `words` are plain and unique; `accented` holds those that were typed with a mark, toned. */
export interface QueryWords {
  words: string[]
  accented: string[]
}

/** Reads a query of any length and content; what is not a word is dropped. */
export function queryWords(query: string): QueryWords {
  const typed = [...new Set(wordsOf(cut(query)))].slice(0, MOST_WORDS)
  const accented = typed.filter((word) => foldText(word) !== word).map(toned)
  return { words: [...new Set(typed.map(foldText))], accented }
}

/**
 * A text of digits that sorts as a Vietnamese dictionary does, whatever the collation of the database: letters first
 * (a before ă before â, d before đ), tones only between words that are otherwise equal.
 */
export function dictionaryKey(text: string): string {
  const words = wordsOf(text)
  const letters = words.map((word) => [...withoutTone(word)].map((letter) => PLACES.get(letter) ?? '99').join(''))
  const tones = words.map((word) => String(toneOf(word))).join('')
  return `${letters.join('00')}00${tones}`
}

function cut(query: string): string {
  if (query.length <= LONGEST_QUERY) return query
  const start = query.slice(0, LONGEST_QUERY)
  const end = start.search(/[^\p{L}\p{M}\p{N}]+[\p{L}\p{M}\p{N}]*$/u)
  return end === -1 ? start : start.slice(0, end)
}

/** A mark that stands on no letter is no word: its plain form would be empty. */
function wordsOf(text: string): string[] {
  const runs =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return runs.filter((run) => /[\p{L}\p{N}]/u.test(run))
}

function toned(word: string): string {
  const tone = toneOf(word)
  return tone === 0 ? withoutTone(word) : `${withoutTone(word)}${tone}`
}

function withoutTone(word: string): string {
  return word.normalize('NFD').replace(TONE_MARKS, '').normalize('NFC')
}

/** 0 for a level tone, else the place of the mark in `TONES`, from 1. */
function toneOf(word: string): number {
  const mark = word.normalize('NFD').match(TONE_MARKS)?.[0]
  return mark === undefined ? 0 : TONES.indexOf(mark) + 1
}
