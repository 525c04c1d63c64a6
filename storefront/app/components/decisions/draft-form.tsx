import { Form, Link } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { TextAreaField, TextField } from '#app/components/field.tsx'
import { decisions } from '#app/i18n/decisions.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { DecisionKind, RegisterEntry } from '#app/lib/medusa/register-types.ts'
import { suffixOf, type TypedDraft } from '#app/lib/official/decision-form.ts'
import type { DraftChoices, DraftView } from '#app/lib/official/decision-types.ts'
import { ChangeFields } from './change-fields.tsx'
import { ResultFields } from './result-fields.tsx'
import { SubjectChoice } from './subject-choice.tsx'

interface DraftFormProps {
  kind: DecisionKind
  choices: DraftChoices
  /** What the search for a recognition found; null before there was one. */
  found?: RegisterEntry[] | null
  /** The draft that is written anew; a new one without it. */
  draft?: DraftView
  typed: TypedDraft
  errors: Record<string, string>
  /** Somebody else changed the draft meanwhile: where its latest state is. */
  latest?: string | null
}

/** A draft of a decision, new or written anew. */
export function DraftForm({ kind, choices, found = null, draft, typed, errors, latest }: DraftFormProps) {
  const t = useT(decisions)
  return (
    <Form method="post" className="grid gap-5">
      <ErrorSummary title={(count) => t('refused', { count })} errors={errors} />
      {latest ? (
        <p>
          <Link className="link inline-flex min-h-11 items-center" to={latest} reloadDocument>
            {t('latest')}
          </Link>
        </p>
      ) : null}
      <input type="hidden" name="kind" value={kind} />
      {draft ? <input type="hidden" name="version" value={typed.version ?? draft.version} /> : null}
      <TextField
        label={t('authority')}
        name="authority"
        required
        maxLength={200}
        defaultValue={typed.authority ?? choices.authority}
      />
      <TextAreaField
        label={t('legalBasis')}
        name="legalBasis"
        required
        maxLength={2000}
        defaultValue={typed.legalBasis ?? choices.legalBasis}
      />
      {kind === 'recognition' ? (
        <>
          <TextField
            label={t('evaluation')}
            name="evaluationRef"
            optional
            maxLength={100}
            defaultValue={typed.evaluationRef ?? ''}
          />
          <ResultFields choices={choices} typed={typed} filled={draft?.rows.length ?? 0} />
        </>
      ) : draft ? (
        <>
          <p className="text-muted">{t('subjectsStay')}</p>
          {draft.rows.map(({ recognitionId = '' }, at) => (
            <fieldset key={recognitionId} className="card grid min-w-0 gap-4 p-4">
              <legend className="font-semibold break-words">
                {[draft.subjects[recognitionId]?.product, draft.subjects[recognitionId]?.producer]
                  .filter(Boolean)
                  .join(', ')}
              </legend>
              <input type="hidden" name={`recognition${suffixOf(at)}`} value={recognitionId} />
              <ChangeFields kind={kind} choices={choices} typed={typed} at={at} />
            </fieldset>
          ))}
        </>
      ) : (
        <>
          <SubjectChoice found={found} typed={typed} />
          <ChangeFields kind={kind} choices={choices} typed={typed} at={0} />
        </>
      )}
      <p>
        <Button>{t('save')}</Button>
      </p>
    </Form>
  )
}
