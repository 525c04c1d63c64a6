/** A label as it is printed: a QR picture of no code in particular and, below it, four groups of four characters. */
export function LabelDrawing({ title }: { title: string }) {
  return (
    <svg role="img" aria-label={title} viewBox="0 0 240 176" className="mx-auto w-full max-w-72">
      <rect
        x="3"
        y="3"
        width="234"
        height="170"
        rx="14"
        fill="var(--card)"
        stroke="var(--line-strong)"
        strokeWidth="2"
      />
      <g transform="translate(76 18)" fill="var(--ink)">
        {FINDERS.map(([x, y]) => (
          <g key={`${x} ${y}`} transform={`translate(${x} ${y})`}>
            <path d="M0 0h28v28H0zM4 4v20h20V4z" fillRule="evenodd" />
            <path d="M9 9h10v10H9z" />
          </g>
        ))}
        {MODULES.map(([x, y]) => (
          <rect key={`${x} ${y}`} x={x * 4} y={y * 4} width="4" height="4" />
        ))}
      </g>
      <rect x="16" y="120" width="208" height="36" rx="9" fill="none" stroke="var(--leaf)" strokeWidth="2.5" />
      <text
        x="120"
        y="144"
        textAnchor="middle"
        fill="var(--ink)"
        fontSize="16"
        fontWeight="600"
        letterSpacing="0.5"
        fontFamily="ui-monospace, monospace"
      >
        0ABC-DEFG-HJKM-NPQR
      </text>
    </svg>
  )
}

const FINDERS = [
  [0, 0],
  [60, 0],
  [0, 60],
] as const

const PATTERN = [
  '.........#.#.#........',
  '.........##..#........',
  '........#..##.........',
  '........##.#..........',
  '.........#.##.........',
  '........#.#...........',
  '.........##.#.........',
  '........#..#..........',
  '.#.##.#.#.##.#.##.#.##',
  '#..#.##..#.#.##..#.##.',
  '.##..#.##.##..#.#..#.#',
  '#.#.##..#..##.##.##..#',
  '..#.#.##.##..#..#.##.#',
  '##..#.#.#.#.##.#.#..#.',
  '........#.##..#..##.#.',
  '.........#..##.##.#..#',
  '........##.#.#..#.##.#',
  '.........##..##.##..#.',
  '........#.##.#..#.##.#',
  '........##..#.##.#.#..',
  '.........#.##..#.##.##',
  '........#..#.##.#..##.',
]
const MODULES = PATTERN.flatMap((row, y) => [...row].flatMap((module, x) => (module === '#' ? [[x, y] as const] : [])))
