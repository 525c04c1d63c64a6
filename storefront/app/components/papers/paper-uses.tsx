import { papers } from '#app/i18n/papers.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { dossierPath, paperPath } from '#app/lib/dossier/paths.ts'
import type { Paper, PaperUse } from '#app/lib/papers/types.ts'
import { StandingMark } from './standing-mark.tsx'

interface PaperUsesProps {
  uses: readonly PaperUse[]
  /** All versions of the paper, newest first. */
  versions: readonly Paper[]
  /** Id of the one that is shown. */
  current: string
}

/** Which dossiers cite the paper, and its other versions. */
export function PaperUses({ uses, versions, current }: PaperUsesProps) {
  const t = useT(papers)
  const numberOf = new Map(versions.map(({ id, version }) => [id, version]))
  return (
    <>
      <section className="grid gap-2">
        <h2 className="text-lg">{t('uses')}</h2>
        {uses.length === 0 ? (
          <p className="text-muted">{t('usesNone')}</p>
        ) : (
          <ul className="grid gap-1">
            {uses.map((use) => (
              <li key={`${use.dossierId} ${use.paperId}`}>
                <a className="link inline-flex min-h-11 items-center" href={dossierPath(use.dossierId)}>
                  {use.productName}
                  {use.receiptNumber === null ? '' : ` · ${use.receiptNumber}`}
                </a>{' '}
                {use.paperId === current ? null : (
                  <span className="text-muted">{t('usesVersion', { version: numberOf.get(use.paperId) ?? '?' })}</span>
                )}
              </li>
            ))}
          </ul>
        )}
      </section>
      {versions.length < 2 ? null : (
        <section className="grid gap-2">
          <h2 className="text-lg">{t('versions')}</h2>
          <ul className="grid gap-1">
            {versions.map((each) => (
              <li key={each.id} className="flex flex-wrap items-center gap-3">
                <a
                  className="link inline-flex min-h-11 items-center"
                  href={paperPath(each.id)}
                  aria-current={each.id === current ? 'page' : undefined}
                >
                  {t('version', { version: each.version })}
                </a>
                <StandingMark paper={each} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
