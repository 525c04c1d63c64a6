import { Button } from '#app/components/button.tsx'
import { SelectField, TextAreaField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { postInspection } from '#app/i18n/post-inspection.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay } from '#app/lib/format.ts'
import type { Refusal } from '#app/lib/post-inspection/ask.server.ts'
import type { InspectionDetail, Proposal } from '#app/lib/post-inspection/types.ts'
import { RefusedSentence, Section, useFormState } from './form-parts.tsx'

interface RevocationPartProps {
  detail: InspectionDetail
  mayPropose: boolean
  mayDraft: boolean
  refused: Refusal | undefined
}

/** Proposals made on this inspection, and the form of a new one with the day by which it must be decided. */
export function RevocationPart({ detail, mayPropose, mayDraft, refused }: RevocationPartProps) {
  const t = useT(postInspection)
  const { proposals, rule, today } = detail
  const offered = mayPropose && detail.mayPropose
  if (proposals.length === 0 && !offered) return null
  return (
    <Section id="thu-hoi" title={t('proposeTitle')}>
      <RefusedSentence refused={refused} form="draft" />
      <RefusedSentence refused={refused} form="drop" />
      <ul className="work-list empty:hidden">
        {proposals.map((proposal) => (
          <li key={proposal.id} className="work-line">
            <ProposalText proposal={proposal} grounds={rule.grounds} today={today} />
            {proposal.state === 'proposed' && mayDraft ? (
              <form method="post">
                <input type="hidden" name="viec" value="draft" />
                <input type="hidden" name="proposal" value={proposal.id} />
                <Button>{t('draft')}</Button>
              </form>
            ) : null}
            {proposal.state === 'proposed' && mayPropose ? <DropForm id={proposal.id} refused={refused} /> : null}
          </li>
        ))}
      </ul>
      {offered ? <ProposeForm detail={detail} refused={refused} /> : null}
    </Section>
  )
}

function ProposalText(props: { proposal: Proposal; grounds: InspectionDetail['rule']['grounds']; today: string }) {
  const t = useT(postInspection)
  const locale = useLocale()
  const { proposal, grounds, today } = props
  const ground = grounds.find(({ code }) => code === proposal.ground)?.[locale] ?? proposal.ground
  const open = proposal.state === 'proposed' || proposal.state === 'drafted'
  const late = open && proposal.dueOn < today
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-semibold">{ground}</span>
        <span className="mark">{t(`proposal_${proposal.state}`)}</span>
      </p>
      <p className="whitespace-pre-line">{proposal.reason}</p>
      <p className="text-sm text-muted">
        {t('evidence')}: {proposal.evidence}
      </p>
      {open ? (
        <p className="text-sm">
          <span className={late ? 'mark mark-warn' : undefined}>
            {t(late ? 'decideLate' : 'decideBy', { day: formatDay(proposal.dueOn, locale) })}
          </span>
        </p>
      ) : null}
      {proposal.state === 'drafted' && proposal.draftId !== null ? (
        <p>
          <a className="link inline-flex min-h-11 items-center" href={`/can-bo/quyet-dinh/${proposal.draftId}`}>
            {t('toDraft')}
          </a>
        </p>
      ) : null}
      {proposal.decisionNumber !== null && proposal.decidedOn !== null ? (
        <p className="text-sm">
          {t('decidedBy', { number: proposal.decisionNumber, day: formatDay(proposal.decidedOn, locale) })}
        </p>
      ) : null}
      {proposal.dropNote === null ? null : <p className="text-sm">{t('ended', { note: proposal.dropNote })}</p>}
    </div>
  )
}

function ProposeForm({ detail, refused }: { detail: InspectionDetail; refused: Refusal | undefined }) {
  const t = useT(postInspection)
  const locale = useLocale()
  const { values, error } = useFormState(refused, 'propose')
  const { inspection, rule, today, decideBy } = detail
  if (inspection.concludedOn === null || decideBy === null) return null
  return (
    <form method="post" className="grid gap-5" noValidate>
      <input type="hidden" name="viec" value="propose" />
      <input type="hidden" name="recognitionId" value={inspection.recognitionId} />
      <p>{t('proposeLead', { from: formatDay(inspection.concludedOn, locale), to: formatDay(decideBy, locale) })}</p>
      {decideBy < today ? <Notice kind="warning">{t('proposeLate')}</Notice> : null}
      <RefusedSentence refused={refused} form="propose" />
      <SelectField
        name="ground"
        label={t('ground')}
        hint={t('groundsSource')}
        defaultValue={values.ground ?? ''}
        error={error('ground')}
        required
      >
        <option value="">–</option>
        {rule.grounds.map((ground) => (
          <option key={ground.code} value={ground.code}>
            {ground[locale]}
          </option>
        ))}
      </SelectField>
      <TextAreaField
        name="reason"
        label={t('proposeReason')}
        defaultValue={values.reason}
        error={error('reason')}
        maxLength={5000}
        required
      />
      <TextAreaField
        name="evidence"
        label={t('evidence')}
        defaultValue={values.evidence}
        error={error('evidence')}
        maxLength={5000}
        rows={2}
        required
      />
      <Button look="warn">{t('propose')}</Button>
    </form>
  )
}

function DropForm({ id, refused }: { id: string; refused: Refusal | undefined }) {
  const t = useT(postInspection)
  const { values, error } = useFormState(refused, 'drop')
  return (
    <details className="fold" open={error('drop_note') !== null}>
      <summary>{t('drop')}</summary>
      <form method="post" className="grid gap-4 pt-2" noValidate>
        <input type="hidden" name="viec" value="drop" />
        <input type="hidden" name="proposal" value={id} />
        <TextAreaField
          name="drop_note"
          label={t('dropNote')}
          defaultValue={values.drop_note}
          error={error('drop_note')}
          maxLength={2000}
          rows={2}
          required
        />
        <Button look="quiet">{t('drop')}</Button>
      </form>
    </details>
  )
}
