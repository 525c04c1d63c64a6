/** A bar that repeats the number beside it for the eye; readers of the table hear the number. */
export function ShareBar({ share }: { share: number }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 100 6" preserveAspectRatio="none" className="mt-1.5 h-1.5 w-full">
      <rect width="100" height="6" rx="1" fill="var(--sand-soft)" />
      <rect width={Math.max(share * 100, share > 0 ? 1 : 0)} height="6" rx="1" fill="var(--leaf)" />
    </svg>
  )
}
