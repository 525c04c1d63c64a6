import { SampleNote } from '#app/components/sample-note.tsx'
import { papers as words } from '#app/i18n/papers.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { paperPath } from '#app/lib/dossier/paths.ts'
import type { Paper, PaperKind } from '#app/lib/papers/types.ts'
import { StandingMark } from './standing-mark.tsx'

/** Papers by kind, in the order of the rule book; kinds without one are left out. */
export function PaperList({ papers, kinds }: { papers: readonly Paper[]; kinds: readonly PaperKind[] }) {
  const locale = useLocale()
  // A kind of earlier rules keeps its papers under the code they were given.
  const known = new Set(kinds.map(({ code }) => code))
  const gone = [...new Set(papers.map(({ kind }) => kind))].filter((kind) => !known.has(kind))
  const groups = [
    ...kinds.map(({ code, [locale]: name }) => ({ code, name })),
    ...gone.map((code) => ({ code, name: code })),
  ]
    .map((group) => ({ ...group, papers: papers.filter(({ kind }) => kind === group.code) }))
    .filter((group) => group.papers.length > 0)
  return (
    <div className="grid gap-6">
      {groups.map((group) => (
        <section key={group.code} aria-labelledby={`loai-${group.code}`} className="grid gap-2">
          <h2 id={`loai-${group.code}`} className="text-lg">
            {group.name}
          </h2>
          <ul className="grid gap-3 md:grid-cols-2">
            {group.papers.map((paper) => (
              <PaperCard key={paper.id} paper={paper} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function PaperCard({ paper }: { paper: Paper }) {
  const t = useT(words)
  return (
    <li className="card lot-card">
      <h3 className="lot-card-name">
        <a href={paperPath(paper.id)}>{paper.title}</a>
      </h3>
      <p className="text-sm text-muted">
        {[
          paper.number === null ? null : t('number', { number: paper.number }),
          paper.issuer,
          t('pages', { count: paper.pages }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p className="flex flex-wrap items-center gap-2">
        <StandingMark paper={paper} />
        {paper.sample ? <SampleNote /> : null}
      </p>
    </li>
  )
}
