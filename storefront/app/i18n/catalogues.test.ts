import { describe, expect, test } from 'vitest'
import { LOCALES } from './locale.ts'
import type { Messages } from './messages.ts'

const modules = import.meta.glob<Record<string, unknown>>(['./*.ts', '!./*.test.ts', '!./*.server.ts'], { eager: true })

/** Every exported catalogue of this folder: an object whose values have both languages. */
const catalogues: [name: string, catalogue: Messages][] = Object.entries(modules).flatMap(([file, exported]) =>
  Object.entries(exported)
    .filter((entry): entry is [string, Messages] => isCatalogue(entry[1]))
    .map(([name, catalogue]): [string, Messages] => [`${file} ${name}`, catalogue]),
)

function isCatalogue(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const first: unknown = Object.values(value)[0]
  return typeof first === 'object' && first !== null && 'vi' in first
}

function forms(entry: string | Record<string, string>): string[] {
  return typeof entry === 'string' ? [entry] : Object.values(entry)
}
function placeholders(entry: string | Record<string, string>): string[] {
  return [
    ...new Set(forms(entry).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))),
  ].sort()
}

test('the catalogues of the frame, the lists and the product are found', () => {
  const names = catalogues.map(([name]) => name)
  for (const name of ['./shell.ts shell', './catalogue.ts catalogue', './product.ts product', './scan.ts scan']) {
    expect(names).toContain(name)
  }
})

describe.each(catalogues)('%s', (_name, catalogue) => {
  const entries = Object.entries(catalogue)

  test('every key says something in every language', () => {
    const silent = entries.flatMap(([key, entry]) =>
      LOCALES.filter(
        (locale) => entry[locale] === undefined || forms(entry[locale]).some((text) => text.trim() === ''),
      ).map((locale) => `${key}.${locale}`),
    )
    expect(silent).toEqual([])
  })

  test('both languages fill in the same values', () => {
    const uneven = entries
      .filter(([, entry]) => placeholders(entry.vi).join() !== placeholders(entry.en).join())
      .map(([key]) => key)
    expect(uneven).toEqual([])
  })

  test('plural forms are those the language has', () => {
    const wrong = entries.flatMap(([key, entry]) =>
      LOCALES.filter((locale) => {
        const text = entry[locale]
        if (typeof text === 'string') return false
        const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories
        return [...needed].sort().join() !== Object.keys(text).sort().join()
      }).map((locale) => `${key}.${locale}`),
    )
    expect(wrong).toEqual([])
  })

  test('Vietnamese is written in composed letters, without straight quotes or three dots', () => {
    const untidy = entries
      .filter(([, entry]) => forms(entry.vi).some((text) => text !== text.normalize('NFC') || /["]|\.\.\./.test(text)))
      .map(([key]) => key)
    expect(untidy).toEqual([])
  })
})
