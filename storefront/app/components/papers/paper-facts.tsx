import { papers } from '#app/i18n/papers.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay, formatMoment, formatNumber } from '#app/lib/format.ts'
import type { Paper, PaperKind } from '#app/lib/papers/types.ts'
import { StandingMark } from './standing-mark.tsx'

interface PaperFactsProps {
  paper: Paper
  kinds: readonly PaperKind[]
  /** The product or source area it is about; null for the producer as a whole. */
  about: string | null
}

/** Everything that is said about a paper. */
export function PaperFacts({ paper, kinds, about }: PaperFactsProps) {
  const t = useT(papers)
  const locale = useLocale()
  const kind = kinds.find(({ code }) => code === paper.kind)
  const megabytes = formatNumber(Math.max(0.1, Math.round(paper.bytes / 104_857.6) / 10), locale)
  const facts: [name: string, value: string | null][] = [
    [t('kind'), kind?.[locale] ?? paper.kind],
    [t('numberLabel'), paper.number],
    [t('issuer'), paper.issuer],
    [t('issuedOn'), paper.issuedOn === null ? null : formatDay(paper.issuedOn, locale)],
    [t('about'), about ?? t('whole')],
    [t('file'), t('fileFacts', { pages: t('pages', { count: paper.pages }), megabytes })],
    [t('addedOn'), `${formatMoment(paper.addedAt, locale)} · ${t('version', { version: paper.version })}`],
    [
      t('check'),
      paper.verified === null
        ? t('notVerified')
        : [t('verified', { day: formatMoment(paper.verified.at, locale) }), paper.verified.note]
            .filter(Boolean)
            .join(': '),
    ],
  ]
  return (
    <dl className="facts card card-body">
      <dt>{t('validity')}</dt>
      <dd>
        <StandingMark paper={paper} />
      </dd>
      {facts.map(([name, value]) =>
        value === null ? null : (
          <div key={name} className="contents">
            <dt>{name}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ),
      )}
      <dt>{t('fingerprint')}</dt>
      <dd className="min-w-0 text-sm break-all">
        <code>{paper.sha256}</code>
      </dd>
    </dl>
  )
}
