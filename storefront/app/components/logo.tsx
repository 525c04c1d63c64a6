/** The house mark: a star lantern of bamboo and paper, as villages hang at mid-autumn. Not the programme's mark. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 48 48" className={className}>
      <circle cx="24" cy="24" r="21" fill="none" stroke="currentColor" strokeWidth="2.6" />
      <path
        d="M24 5.6l4.1 12.7h13.4l-10.8 7.9 4.1 12.7L24 31l-10.8 7.9 4.1-12.7-10.8-7.9h13.4z"
        fill="currentColor"
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinejoin="round"
      />
      <path
        d="M24 24V6.5M24 24l16.6-5.4M24 24l10.3 14.2M24 24L13.7 38.2M24 24L7.4 18.6"
        fill="none"
        stroke="var(--logo-ground, var(--card))"
        strokeWidth="1.5"
        strokeLinecap="round"
      />
    </svg>
  )
}
