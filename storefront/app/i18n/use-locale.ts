import { createContext, useContext } from 'react'
import type { Locale } from './locale.ts'
import { type Messages, type Translate, translator } from './messages.ts'

/** Set once by the root layout. */
export const LocaleContext = createContext<Locale>('vi')

export function useLocale(): Locale {
  return useContext(LocaleContext)
}

/** The texts of one area in the visitor's language: `const t = useT(shell)`, then `t('skipToContent')`. */
export function useT<M extends Messages>(catalogue: M): Translate<M> {
  return translator(useContext(LocaleContext), catalogue)
}
