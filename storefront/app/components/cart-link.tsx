import { useLocation } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { shell } from '#app/i18n/shell.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { PlainLink } from './plain-link.tsx'

/**
 * The way to the cart. Pages are kept by shared caches and know no visitor, so the count comes afterwards from
 * `/gio-hang/so-luong` (`{ "count": number }`); without scripts or an answer it is a plain link.
 */
export function CartLink() {
  const t = useT(shell)
  const count = useCartCount()
  return (
    <PlainLink to="/gio-hang" className="cart-link">
      <span className="sr-only">{count ? t('cartWithCount', { count }) : t('cart')}</span>
      <span className="basket" aria-hidden="true" />
      <span aria-hidden="true" className="hidden lg:inline">
        {t('cart')}
      </span>
      {count ? (
        <span
          aria-hidden="true"
          className="tabular grid h-6 min-w-6 place-items-center rounded-full bg-leaf px-1 text-xs text-on-leaf"
        >
          {count > 99 ? '99+' : count}
        </span>
      ) : null}
    </PlainLink>
  )
}

function useCartCount(): number {
  const [count, setCount] = useState(0)
  const { key } = useLocation()
  // Asked again after each navigation: every change of the cart ends in one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the location key is the reason to ask again
  useEffect(() => {
    const controller = new AbortController()
    fetch('/gio-hang/so-luong', { headers: { accept: 'application/json' }, signal: controller.signal })
      .then((response) => (response.ok ? response.json() : null))
      .then((answer: { count?: unknown } | null) => {
        if (typeof answer?.count === 'number') setCount(answer.count)
      })
      .catch(() => {})
    return () => controller.abort()
  }, [key])
  return count
}
