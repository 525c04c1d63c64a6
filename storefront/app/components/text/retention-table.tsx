import type { RetentionLine } from '#app/lib/medusa/site-pages.server.ts'

interface RetentionTableProps {
  lines: readonly RetentionLine[]
  words: { what: string; long: string; why: string }
}

/** What is kept, how long and why; on a phone each line is a block of its own. */
export function RetentionTable({ lines, words }: RetentionTableProps) {
  return (
    <dl className="card divide-y divide-line">
      {lines.map((line) => (
        <div key={line.what} className="grid gap-1 px-4 py-3 sm:grid-cols-[1.2fr_1fr] sm:gap-x-6">
          <dt className="font-semibold">
            <span className="sr-only">{words.what}: </span>
            {line.what}
          </dt>
          <dd className="grid gap-1">
            <span>
              <span className="sr-only">{words.long}: </span>
              {line.long}
            </span>
            <span className="text-sm text-muted">
              <span className="sr-only">{words.why}: </span>
              {line.why}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
