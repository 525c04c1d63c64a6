import { evaluationPage, evaluation as words } from '#app/i18n/evaluation.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import type { EvaluationView, FormSection } from '#app/lib/evaluation/types.ts'
import { formatDay, formatMoment, formatNumber } from '#app/lib/format.ts'
import { PaperList } from './paper-list.tsx'

/** What the dossier is, of whom, by which criteria, with its papers and the producer's own assessment. */
export function EvaluationFacts({ evaluation }: { evaluation: EvaluationView }) {
  const t = useT(evaluationPage)
  const list = useT(words)
  const locale = useLocale()
  const { form, round } = evaluation
  const places = [evaluation.communeName, evaluation.provinceName].filter((each) => each !== null)
  const facts: [string, string][] = [
    [t('producer'), evaluation.producer.name],
    [t('placeOf'), places.join(', ')],
    [t('receipt'), evaluation.dossier.receiptNumber ?? ''],
    [t('set'), t('setValue', { no: form.set.no, name: form.set.name, version: form.rubricVersion })],
    [t('selfPoints'), t('pointsValue', { points: formatNumber(form.selfPoints, locale) })],
    [t('roundOf'), round === null ? '' : list('roundName', { no: round.no, year: String(round.year) })],
    [t('receivedOn'), formatDay(evaluation.receivedOn, locale)],
  ]
  return (
    <section className="card card-body grid gap-4">
      <h2 className="text-lg">{t('summary')}</h2>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[max-content_1fr]">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-muted">{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <h3 className="font-semibold">{t('papers')}</h3>
      {evaluation.papers.length === 0 ? <p>{t('noPapers')}</p> : <PaperList papers={evaluation.papers} />}
      <details className="fold">
        <summary>{t('selfAssessment')}</summary>
        <div className="grid gap-4 pt-2">
          {form.sections.map((section) => (
            <SelfSection key={`${section.part}${section.code}`} section={section} />
          ))}
        </div>
      </details>
    </section>
  )
}

function SelfSection({ section }: { section: FormSection }) {
  const t = useT(evaluationPage)
  const locale = useLocale()
  return (
    <section>
      <h4 className="font-semibold">{t('criterionLine', { code: section.code, title: section.title })}</h4>
      <ul className="grid gap-1">
        {section.criteria.map(({ id, code, title, max, options, self }) => (
          <li key={id} className="grid gap-0.5 border-b border-line py-1">
            <span>
              {t('criterionLine', { code, title })}{' '}
              <span className="tabular text-muted">
                {t('ofMax', { points: formatNumber(self.points, locale), max: formatNumber(max, locale) })}
              </span>
            </span>
            <span className="text-sm text-muted">
              {options.find((option) => option.id === self.optionId)?.label ?? t('nothingPicked')}
              {self.note ? `. ${self.note}` : ''}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The advisory group's findings, once there are any. */
export function AdviceFacts({ evaluation }: { evaluation: Pick<EvaluationView, 'id' | 'advice'> }) {
  const t = useT(evaluationPage)
  const locale = useLocale()
  const { advice } = evaluation
  if (advice === null) return <p>{t('adviceNone')}</p>
  const facts: [string, string][] = [
    [t('papersSound'), advice.papersSound === null ? '' : advice.papersSound ? t('soundYes') : t('soundNo')],
    [t('papersNote'), advice.papersNote],
    [t('visitedOn'), advice.visitedOn === null ? '' : formatDay(advice.visitedOn, locale)],
    [t('visitPlace'), advice.visitPlace],
    [t('visitNote'), advice.visitNote],
    [t('testNote'), advice.testNote],
    [t('report'), advice.report],
  ]
  return (
    <div className="grid gap-3">
      <p className="text-sm text-muted">
        {advice.handedInAt === null
          ? t('adviceDraft', { name: advice.author })
          : t('adviceBy', { name: advice.author, when: formatMoment(advice.handedInAt, locale) })}
      </p>
      <dl className="grid gap-2">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt className="text-sm text-muted">{name}</dt>
              <dd className="whitespace-pre-line">{value}</dd>
            </div>
          ))}
      </dl>
      {advice.photos.length === 0 ? null : (
        <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3">
          {advice.photos.map((photo) => (
            <li key={photo.file}>
              <figure className="grid gap-1">
                <img
                  src={`/can-bo/danh-gia/${evaluation.id}/anh/${encodeURIComponent(photo.file)}`}
                  alt={photo.title}
                  loading="lazy"
                  className="rounded"
                />
                <figcaption className="text-sm text-muted">{photo.title}</figcaption>
              </figure>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
