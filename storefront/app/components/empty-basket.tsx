/** A woven basket with nothing in it. */
export function EmptyBasket() {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 96 72"
      className="h-20 text-line-strong"
      fill="none"
      stroke="currentColor"
      strokeWidth="3"
      strokeLinecap="round"
    >
      <path d="M10 28h76l-9 34a6 6 0 0 1-6 5H25a6 6 0 0 1-6-5zM26 28C26 12 36 5 48 5s22 7 22 23" />
      <path d="M13 41h70M17 54h62M32 29l4 37M48 29v37M64 29l-4 37" strokeWidth="2" />
    </svg>
  )
}
