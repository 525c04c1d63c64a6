import type { ReactNode } from 'react'
import type { Tone } from '#app/lib/trace/verdict-message.ts'

// A whole panel in the dark theme's bright leaf would shine like a lamp: there it is a dark panel with a leaf edge.
const GOOD_BY_THEME = [
  'supports-[color:light-dark(red,red)]:bg-[light-dark(var(--leaf),var(--leaf-soft))]',
  'supports-[color:light-dark(red,red)]:text-[light-dark(var(--on-leaf),var(--ink))]',
]

const LOOKS: Record<Tone, string> = {
  good: `border-leaf bg-leaf text-on-leaf ${GOOD_BY_THEME.join(' ')}`,
  note: 'border-line-strong bg-sand-soft text-ink',
  warn: 'border-warn bg-warn-soft text-ink',
}

/** The first thing a scan says: the verdict as the page's h1, what it means, and the code it speaks of. */
export function VerdictBanner(props: { tone: Tone; title: string; code?: string; children: ReactNode }) {
  return (
    <div className={`rounded border-2 px-5 py-5 md:px-7 md:py-6 ${LOOKS[props.tone]}`}>
      <div className="flex items-start gap-3">
        <VerdictSign tone={props.tone} />
        <h1 className="text-2xl">{props.title}</h1>
      </div>
      <div className="grid gap-1.5 pt-3 md:ps-11">
        {props.children}
        {props.code ? <p className="tabular pt-1 text-sm break-words">{props.code}</p> : null}
      </div>
    </div>
  )
}

/** Shape says it too, for those who do not tell the colours apart. */
function VerdictSign({ tone }: { tone: Tone }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 32 32"
      className={`mt-0.5 size-8 flex-none ${tone === 'warn' ? 'text-warn' : ''}`}
      fill="none"
      stroke="currentColor"
      strokeWidth="2.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {tone === 'good' ? <path d="M16 3a13 13 0 1 1 0 26 13 13 0 0 1 0-26zM10 16.5l4.2 4.2L22.5 12" /> : null}
      {tone === 'note' ? <path d="M16 3a13 13 0 1 1 0 26 13 13 0 0 1 0-26zM16 15v7.5M16 9.7v.1" /> : null}
      {tone === 'warn' ? <path d="M16 4l13 23.5H3zM16 13v7M16 23.7v.1" /> : null}
    </svg>
  )
}
