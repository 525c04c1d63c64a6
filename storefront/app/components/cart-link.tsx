import { Link, useLocation } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { shell } from '#app/i18n/shell.ts'
import { useT } from '#app/i18n/use-locale.ts'

/**
 * The way to the cart. Pages are kept by shared caches and know no visitor, so the count comes afterwards from
 * `/gio-hang/so-luong` (`{ "count": number }`); without scripts or an answer it is a plain link.
 */
export function CartLink() {
  const t = useT(shell)
  const count = useCartCount()
  return (
    <Link
      to="/gio-hang"
      className="relative inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded px-2 font-semibold hover:text-leaf"
      aria-label={count ? t('cartWithCount', { count }) : t('cart')}
    >
      <svg
        aria-hidden="true"
        viewBox="0 0 24 24"
        className="size-6"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d="M3.5 9.5h17l-2 9a2 2 0 0 1-2 1.5h-9a2 2 0 0 1-2-1.5zM8 9.5C8 6 9.6 4 12 4s4 2 4 5.5" />
        <path d="M5 14.5h14M9.5 10l.8 9.6M14.5 10l-.8 9.6" strokeWidth="1.3" />
      </svg>
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
    </Link>
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
