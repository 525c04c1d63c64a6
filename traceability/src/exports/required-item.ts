import { type Cell, csvText } from './csv.ts'

/** A text for people in both languages of the site. */
export interface Words {
  vi: string
  en: string
}

/**
 * One item that a legal instrument asks for. `partial`: some of it is there. `not_declared`: asked for "if any", and the
 * record names none. `why` says what is missing and is null exactly when the item is `given`.
 */
export interface RequiredItem<V> {
  no: number
  key: string
  label: Words
  state: 'given' | 'partial' | 'missing' | 'not_declared'
  value: V | null
  why: Words | null
}

/** What an item says, as one line of text, for tables. */
export interface ReadableItem extends RequiredItem<unknown> {
  text: string
}

const STATES: Record<RequiredItem<unknown>['state'], Words> = {
  given: { vi: 'có', en: 'given' },
  partial: { vi: 'có một phần', en: 'partly given' },
  missing: { vi: 'thiếu', en: 'missing' },
  not_declared: { vi: 'không khai báo', en: 'not declared' },
}

/** An item without its line of text, for JSON. */
export function bareItem({ text: _, ...item }: ReadableItem): RequiredItem<unknown> {
  return item
}

/** Keys of the items that are missing or partly missing. */
export function missingItems(items: readonly RequiredItem<unknown>[]): string[] {
  return items.filter(({ state }) => state === 'missing' || state === 'partial').map(({ key }) => key)
}

/** The items as a table: number, item, state, content, what is missing and why. */
export function itemsCsv(items: readonly ReadableItem[], language: keyof Words): string {
  const header = {
    vi: ['STT', 'Mục', 'Tình trạng', 'Nội dung', 'Còn thiếu và lý do'],
    en: ['No', 'Item', 'State', 'Content', 'What is missing and why'],
  }[language]
  const rows = items.map(({ no, label, state, text, why }): Cell[] => [
    no,
    label[language],
    STATES[state][language],
    text,
    why?.[language] ?? '',
  ])
  return csvText(header, rows)
}

/** What was found for an item. */
export type Found = Pick<ReadableItem, 'state' | 'value' | 'text' | 'why'>

export function given(value: unknown, text: string): Found {
  return { state: 'given', value, text, why: null }
}

export function partly(value: unknown, text: string, why: Words): Found {
  return { state: 'partial', value, text, why }
}

export function missing(vi: string, en: string): Found {
  return { state: 'missing', value: null, text: '', why: { vi, en } }
}

export function notDeclared(vi: string, en: string): Found {
  return { state: 'not_declared', value: null, text: '', why: { vi, en } }
}

/** Items in the order of the instrument, numbered from 1. */
export function numbered(found: readonly (readonly [key: string, label: Words, item: Found])[]): ReadableItem[] {
  return found.map(([key, label, item], i) => ({ no: i + 1, key, label, ...item }))
}
