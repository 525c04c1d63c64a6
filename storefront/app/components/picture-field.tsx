const FIELDS = ['#a9cdb6', '#e9b98a', '#d9b3cb', '#c9b48a', '#a8c4d9', '#d8d48a'] as const

/** Stands where a product has no picture: contour lines whose hue depends on the sector, so neighbours differ. */
export function PictureField({ sector }: { sector: string }) {
  const hue = [...sector].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % FIELDS.length
  return (
    <svg aria-hidden="true" viewBox="0 0 400 300" preserveAspectRatio="xMidYMid slice" className="block w-full">
      <rect width="400" height="300" fill={FIELDS[hue]} />
      <g fill="none" stroke="#fff" strokeOpacity=".6" strokeWidth="2">
        {[0, 1, 2, 3, 4, 5, 6].map((line) => (
          <path key={line} d={`M0 ${130 + line * 24}q50 ${-24 + line * 3} 100 0t100 0t100 0t100 0`} />
        ))}
      </g>
    </svg>
  )
}
