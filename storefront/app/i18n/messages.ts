import type { Locale } from './locale.ts'

/** A text, or its plural forms by the rules of the language (Vietnamese has `other` alone). `{name}` is filled in. */
interface Entry {
  vi: string | { other: string }
  en: string | { one: string; other: string }
}
export type Messages = Record<string, Entry>

type Placeholder<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholder<Rest> : never
type Params<E extends Entry> = E['vi'] extends { other: infer Text }
  ? Placeholder<Text> | 'count'
  : Placeholder<E['vi']>
type Args<E extends Entry> = [Params<E>] extends [never] ? [] : [params: Record<Params<E>, string | number>]

/** Looks a text up by key and fills it in; numbers are written in the language's way. */
export type Translate<M extends Messages> = <Key extends keyof M>(key: Key, ...args: Args<M[Key]>) => string

/**
 * Declares the texts of one area in both languages side by side. A key without one of the languages is a type error.
 * Each area is its own module, so a page loads only the words it can show.
 */
export function messages<const M extends Messages>(catalogue: M): M {
  return catalogue
}

const numbers = { vi: new Intl.NumberFormat('vi-VN'), en: new Intl.NumberFormat('en-GB') }
const plurals = { vi: new Intl.PluralRules('vi'), en: new Intl.PluralRules('en') }
const translators = { vi: new WeakMap<Messages, unknown>(), en: new WeakMap<Messages, unknown>() }

/** The translator of one area into one language; the same function for the same pair. */
export function translator<M extends Messages>(locale: Locale, catalogue: M): Translate<M> {
  const known = translators[locale].get(catalogue)
  if (known) return known as Translate<M>
  const translate = (key: keyof M, params?: Record<string, string | number>) => {
    const entry = catalogue[key]?.[locale] ?? String(key)
    const text = typeof entry === 'string' ? entry : pluralForm(entry, locale, Number(params?.count))
    if (!params) return text
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = params[name]
      return typeof value === 'number' ? numbers[locale].format(value) : (value ?? whole)
    })
  }
  translators[locale].set(catalogue, translate)
  return translate as Translate<M>
}

function pluralForm(forms: { one?: string; other: string }, locale: Locale, count: number): string {
  return (plurals[locale].select(count) === 'one' ? forms.one : undefined) ?? forms.other
}
