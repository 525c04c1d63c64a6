/** Rice terraces as contour lines: the band where paper meets night in the footer. Fills its width. */
export function TerraceLines({ className }: { className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 1440 120" preserveAspectRatio="none" className={className}>
      <path d="M0 58C140 22 262 14 402 36s238 52 396 38S1046 14 1190 22s178 34 250 30v68H0z" fill="var(--night)" />
      <g fill="none" stroke="var(--night-line)" strokeWidth="2" vectorEffect="non-scaling-stroke">
        <path d="M0 76C140 42 262 34 402 54s238 48 396 34S1046 34 1190 40s178 32 250 28" />
        <path d="M0 92C140 62 262 54 402 72s238 42 396 30S1046 54 1190 58s178 28 250 26" />
        <path d="M0 107C140 82 262 74 402 90s238 34 396 26S1046 76 1190 78s178 22 250 22" />
      </g>
    </svg>
  )
}
