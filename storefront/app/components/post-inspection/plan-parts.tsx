import { Button } from '#app/components/button.tsx'
import { SelectField, TextField } from '#app/components/field.tsx'
import { postInspection } from '#app/i18n/post-inspection.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { Refusal } from '#app/lib/post-inspection/ask.server.ts'
import type { MarkUse, Plan } from '#app/lib/post-inspection/types.ts'
import { RefusedSentence, useFormState } from './form-parts.tsx'
import { inspectionPath } from './inspection-items.tsx'
import { RightLine } from './right-line.tsx'
import { StateMark } from './state-mark.tsx'

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

interface PlanPartProps {
  plan: Plan
  refused: Refusal | undefined
}

/** The products of a plan by month, each with its inspection once there is one. */
export function PlanItems({ plan, mayChange, refused }: PlanPartProps & { mayChange: boolean }) {
  const t = useT(postInspection)
  if (plan.items.length === 0) return <p className="text-muted">{t('planEmpty')}</p>
  return (
    <>
      <RefusedSentence refused={refused} form="remove" />
      <ul className="work-list">
        {plan.items.map((item) => (
          <li key={item.id} className="work-line">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              {item.inspection === null ? (
                <span className="font-semibold">{item.productName}</span>
              ) : (
                <a className="link font-semibold" href={inspectionPath(item.inspection.id)}>
                  {item.productName}
                </a>
              )}
              {item.inspection === null ? null : <StateMark state={item.inspection.state} />}
            </p>
            <p className="text-sm text-muted">
              {[item.producerName, t('stars', { stars: item.stars }), t('month', { month: item.month })].join(' · ')}
            </p>
            {mayChange ? (
              <form method="post">
                <input type="hidden" name="viec" value="remove" />
                <input type="hidden" name="plan" value={plan.id} />
                <input type="hidden" name="recognition" value={item.recognitionId} />
                <Button look="quiet" aria-label={t('planRemove', { name: item.productName })}>
                  {t('planRemoveShort')}
                </Button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The product that was found, and the month it is to be looked at. In: the page without a chosen product. */
export function AddToPlan({ plan, use, path, refused }: PlanPartProps & { use: MarkUse; path: string }) {
  const t = useT(postInspection)
  const { values, error } = useFormState(refused, 'add')
  return (
    <form method="post" action={path} className="grid gap-4" noValidate>
      <input type="hidden" name="viec" value="add" />
      <input type="hidden" name="plan" value={plan.id} />
      <input type="hidden" name="recognition" value={use.recognitionId} />
      <RefusedSentence refused={refused} form="add" />
      <div className="card card-body grid gap-1">
        <p className="font-semibold">{use.productName}</p>
        <p>
          {use.producerName} · {t('stars', { stars: use.stars })}
        </p>
        <RightLine use={use} />
        <p>
          <a className="link inline-flex min-h-11 items-center" href={`${path}#them`}>
            {t('changeProduct')}
          </a>
        </p>
      </div>
      <SelectField name="month" label={t('planMonth')} defaultValue={values.month ?? '1'} error={error('month')}>
        {MONTHS.map((month) => (
          <option key={month} value={month}>
            {month}
          </option>
        ))}
      </SelectField>
      <Button>{t('planAdd')}</Button>
    </form>
  )
}

/** The decision by which a plan was approved; it opens the inspections. */
export function ApprovePlan({ plan, today, refused }: PlanPartProps & { today: string }) {
  const t = useT(postInspection)
  const { values, error } = useFormState(refused, 'approve')
  return (
    <form method="post" className="grid gap-4" noValidate>
      <input type="hidden" name="viec" value="approve" />
      <input type="hidden" name="plan" value={plan.id} />
      <RefusedSentence refused={refused} form="approve" />
      <TextField
        name="decisionNumber"
        label={t('decisionNumber')}
        defaultValue={values.decisionNumber}
        error={error('decisionNumber')}
        maxLength={100}
        required
      />
      <TextField
        name="decisionDate"
        type="date"
        max={today}
        label={t('decisionDate')}
        defaultValue={values.decisionDate ?? today}
        error={error('decisionDate')}
        required
      />
      <Button>{t('approve')}</Button>
    </form>
  )
}
