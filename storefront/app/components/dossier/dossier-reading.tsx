import { dossier as words } from '#app/i18n/dossier.ts'
import { dossierIntake } from '#app/i18n/dossier-intake.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { officialDossierPath } from '#app/lib/dossier/paths.ts'
import { type Criterion, DOSSIER_FIELDS, type Dossier, type DossierPaper } from '#app/lib/dossier/types.ts'
import { formatNumber } from '#app/lib/format.ts'
import { Picture } from '../picture.tsx'
import { PaperLine } from './paper-line.tsx'

/** A dossier as an official reads it: registration, compulsory papers, self-assessment with its papers, story. */
export function DossierReading({ dossier }: { dossier: Dossier }) {
  const t = useT(dossierIntake)
  const word = useT(words)
  const locale = useLocale()
  return (
    <div className="grid gap-6">
      <section className="grid gap-2">
        <h2 className="text-lg">{t('facts')}</h2>
        <dl className="grid gap-2">
          {DOSSIER_FIELDS.map((field) => (
            <Fact key={field} name={word(`field_${field}`)} value={dossier.form[field]} />
          ))}
          {dossier.statements.map((statement) => (
            <Fact key={statement.code} name={statement[locale]} value={dossier.form.statements[statement.code] ?? ''} />
          ))}
        </dl>
      </section>
      {dossier.required.length === 0 ? null : (
        <section className="grid gap-2">
          <h2 className="text-lg">{t('required')}</h2>
          {dossier.required.map((required) => (
            <div key={required.paper} className="grid gap-1">
              <p className="field-hint">{required[locale]}</p>
              <Papers dossierId={dossier.id} papers={required.papers} />
            </div>
          ))}
        </section>
      )}
      <section className="grid gap-2">
        <h2 className="text-lg">{t('scores')}</h2>
        {dossier.sections.map(({ code, title, points, max, criteria }) => (
          <details key={code} className="fold">
            <summary>
              {code}. {title} ({formatNumber(points, locale)}/{formatNumber(max, locale)})
            </summary>
            <ul className="grid gap-4 py-2">
              {criteria.map((criterion) => (
                <CriterionReading key={criterion.id} criterion={criterion} dossierId={dossier.id} />
              ))}
            </ul>
          </details>
        ))}
      </section>
      {dossier.story === null ? null : (
        <section className="grid gap-2">
          <h2 className="text-lg">{t('story')}</h2>
          <p className="max-w-[65ch] whitespace-pre-line">{dossier.story.vi || word('noFact')}</p>
          <ul className="grid gap-3 sm:grid-cols-2">
            {dossier.story.pictures.map((picture) => (
              <li key={picture.variants[0]?.path}>
                <Picture picture={picture} sizes="(min-width: 40rem) 20rem, 90vw" />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function CriterionReading({ criterion, dossierId }: { criterion: Criterion; dossierId: string }) {
  const word = useT(words)
  const { code, title, answered, picked, options, explanation, papers, paperKinds } = criterion
  const option = options.find(({ id }) => id === picked)
  return (
    <li className="grid gap-1">
      <p className="font-semibold">
        {code} {title}
      </p>
      <p>
        {!answered
          ? word('notAnswered')
          : option
            ? `${option.label} · ${word('points', { count: option.points })}`
            : word('none')}
      </p>
      {explanation === '' ? null : <p className="whitespace-pre-line text-muted">{explanation}</p>}
      {paperKinds.length === 0 ? null : <Papers dossierId={dossierId} papers={papers} />}
    </li>
  )
}

function Papers({ dossierId, papers }: { dossierId: string; papers: DossierPaper[] }) {
  const word = useT(words)
  if (papers.length === 0) return <p className="field-hint">{word('noPaper')}</p>
  return (
    <ul className="grid gap-1">
      {papers.map((paper) => (
        <li key={paper.id}>
          <a
            className="inline-flex min-h-11 items-center underline underline-offset-4"
            href={`${officialDossierPath(dossierId)}/giay-to/${encodeURIComponent(paper.id)}`}
          >
            <PaperLine paper={paper} />
          </a>
        </li>
      ))}
    </ul>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  const word = useT(words)
  return (
    <div>
      <dt className="field-hint">{name}</dt>
      <dd className="whitespace-pre-line">{value || word('noFact')}</dd>
    </div>
  )
}
