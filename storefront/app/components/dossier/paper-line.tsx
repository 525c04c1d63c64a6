import { dossier } from '#app/i18n/dossier.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay } from '#app/lib/format.ts'

interface PaperLineProps {
  paper: { title: string; number: string | null; issuer: string | null; expiresOn: string | null; current?: boolean }
}

/** A paper in one line: title, number, issuer, last day. */
export function PaperLine({ paper }: PaperLineProps) {
  const t = useT(dossier)
  const locale = useLocale()
  const facts = [
    paper.number,
    paper.issuer,
    paper.expiresOn === null ? null : t('expires', { day: formatDay(paper.expiresOn, locale) }),
  ].filter((fact) => fact !== null)
  return (
    <span>
      <span className="font-semibold">{paper.title}</span>
      {facts.length > 0 ? <span className="field-hint block">{facts.join(' · ')}</span> : null}
      {paper.current === false ? <span className="mark mark-warn">{t('replaced')}</span> : null}
    </span>
  )
}
