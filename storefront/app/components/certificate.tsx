import type { ReactNode } from 'react'

interface CertificateProps {
  /** The stars on record. */
  stars: 3 | 4 | 5
  /** True only while the recognition is valid today: gold paper. Otherwise grey paper and a struck-out figure. */
  valid: boolean
  children: ReactNode
}

/**
 * The paper on which stars and the decision behind them stand together: a scalloped seal of our own drawing on gold
 * paper with a double rule, or grey and dashed once the stars have lapsed. Never the programme's mark.
 */
export function Certificate({ stars, valid, children }: CertificateProps) {
  return (
    <div className={valid ? 'certificate' : 'certificate certificate-lapsed'}>
      <svg aria-hidden="true" viewBox="0 0 96 96" className="certificate-seal">
        <path d={SCALLOP} fill="currentColor" />
        <circle cx="48" cy="48" r="35" fill="none" stroke="var(--seal-ink)" strokeWidth="1.2" strokeDasharray="1.5 3" />
        <text x="48" y="53" textAnchor="middle" fontSize="36" fontWeight="700" fill="var(--seal-ink)">
          {stars}
        </text>
        <g fill="var(--seal-ink)" transform={`translate(${48 - stars * 5.5} 59)`}>
          {[0, 1, 2, 3, 4].slice(0, stars).map((star) => (
            <path key={star} d={STAR} transform={`translate(${star * 11 + 0.5} 0)`} />
          ))}
        </g>
        {valid ? null : <path d="M22 74L74 22" stroke="var(--seal-ink)" strokeWidth="3" />}
      </svg>
      <div className="grid min-w-0 content-center gap-1">{children}</div>
    </div>
  )
}

const STAR = 'M5 .3l1.4 3.2 3.5.3-2.6 2.3.8 3.4L5 7.7 1.9 9.5l.8-3.4L.1 3.8l3.5-.3z'

/** Outline of a seal with 20 scallops, radius 41 to 46 around (48, 48). */
const SCALLOP = Array.from({ length: 20 }, (_, tooth) => {
  const at = (angle: number, radius: number) =>
    `${(48 + radius * Math.cos(angle)).toFixed(1)} ${(48 + radius * Math.sin(angle)).toFixed(1)}`
  const step = Math.PI / 10
  const start = tooth * step
  return `${tooth === 0 ? `M${at(start, 42)}` : ''}Q${at(start + step / 2, 49)} ${at(start + step, 42)}`
}).join('')
