import { Form } from '@remix-run/react'
import { shell } from '#app/i18n/shell.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { Button } from './button.tsx'

/** Looks for products by name; a GET form that leads to the catalogue. */
export function SearchForm({ className = '', query = '' }: { className?: string; query?: string }) {
  const t = useT(shell)
  return (
    <Form action="/san-pham" role="search" className={`flex gap-2 ${className}`}>
      <input
        type="search"
        name="q"
        defaultValue={query}
        key={query}
        maxLength={100}
        aria-label={t('searchLabel')}
        placeholder={t('searchPlaceholder')}
        enterKeyHint="search"
        className="input min-w-0 flex-1"
      />
      <Button>{t('search')}</Button>
    </Form>
  )
}
