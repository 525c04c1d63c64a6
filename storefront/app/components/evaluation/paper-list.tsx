import { evaluationPage } from '#app/i18n/evaluation.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { FormPaper } from '#app/lib/evaluation/types.ts'

/** Papers of a dossier, each a link to its file. */
export function PaperList({ papers }: { papers: readonly FormPaper[] }) {
  const t = useT(evaluationPage)
  return (
    <ul className="grid gap-1">
      {papers.map((paper) => (
        <li key={paper.id} className="flex flex-wrap items-center gap-x-3">
          <a
            className="link inline-flex min-h-11 items-center"
            href={`/can-bo/danh-gia/giay-to/${paper.id}`}
            target="_blank"
            rel="noreferrer"
          >
            {paper.title}
          </a>
          <span className="text-sm text-muted">
            {[paper.issuer, paper.number].filter((each) => each !== null && each !== '').join(', ')}
          </span>
          {paper.verified ? <span className="mark mark-done">{t('verifiedPaper')}</span> : null}
          {paper.standing === 'expired' ? <span className="mark mark-warn">{t('expiredPaper')}</span> : null}
        </li>
      ))}
    </ul>
  )
}
