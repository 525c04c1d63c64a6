import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { SelectField, TextAreaField, TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { labels } from '#app/i18n/labels.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { ACTIONS, LABEL_LIMITS } from '#app/schemas/labels.ts'
import { type Say, sentencesOf, useSay } from './label-words.ts'
import { StretchFields } from './stretch-fields.tsx'

export interface ChangeCheck {
  action: string
  /** A stretch by index, both included, or how many codes. */
  first?: number
  last?: number
  codes?: number
}

interface ChangeFormProps {
  batchNo: number
  size: number
  values: Record<string, string>
  errors: Record<string, string>
  /** Place of the code that is wrong, from 1. */
  place: number
  /** What is to be confirmed; null while it is written. */
  check: ChangeCheck | null
}

const CARRIED = ['action', 'first', 'last', 'codes', 'note', 'requestKey'] as const

/** What happened to labels: written first, then shown again to be confirmed. */
export function ChangeForm({ batchNo, size, values, errors, place, check }: ChangeFormProps) {
  const t = useT(labels)
  const say = useSay()
  const action = `/chu-the/tem/${batchNo}/viec`
  if (check) {
    return (
      <form method="post" action={action} className="grid gap-6">
        {CARRIED.map((name) => (
          <input key={name} type="hidden" name={name} value={values[name] ?? ''} />
        ))}
        <div className="grid gap-1">
          <p className="text-lg font-semibold">{checkText(say, check)}</p>
          {values.note ? <p className="text-muted">{values.note}</p> : null}
        </div>
        <Consequence action={check.action} />
        <div className="flex flex-wrap gap-3">
          <Button large name="intent" value="confirm" look={FOR_EVER.has(check.action) ? 'warn' : 'primary'}>
            {t(check.action === 'void' ? 'confirmVoid' : 'confirm')}
          </Button>
          <Button large name="intent" value="edit" look="quiet">
            {t('edit')}
          </Button>
        </div>
      </form>
    )
  }
  const sentences = sentencesOf(say, errors, { size, n: place })
  return (
    <form method="post" action={action} className="grid gap-6" noValidate>
      <input type="hidden" name="requestKey" value={values.requestKey} />
      <ErrorSummary title={() => t('errorSummary')} errors={sentences} />
      <SelectField name="action" label={t('what')} error={sentences.action} defaultValue={values.action} required>
        <option value="">{t('chooseWhat')}</option>
        {ACTIONS.map((each) => (
          <option key={each} value={each}>
            {say(`action_${each}`)}
          </option>
        ))}
      </SelectField>
      <StretchFields legend={t('which')} size={size} values={values} sentences={sentences} />
      <TextAreaField
        name="codes"
        label={t('orCodes')}
        hint={t('orCodesHint')}
        error={sentences.codes}
        defaultValue={values.codes}
        autoCapitalize="characters"
        spellCheck={false}
      />
      <TextField
        name="note"
        label={t('why')}
        hint={t('whyHint')}
        error={sentences.note}
        defaultValue={values.note}
        maxLength={LABEL_LIMITS.why}
      />
      <Button large className="justify-self-start">
        {t('next')}
      </Button>
    </form>
  )
}

const FOR_EVER: ReadonlySet<string> = new Set(['void', 'destroy'])

function Consequence({ action }: { action: string }) {
  const t = useT(labels)
  if (FOR_EVER.has(action)) {
    return (
      <Notice kind="warning">
        <p>{t('forEver')}</p>
      </Notice>
    )
  }
  const text = {
    commission: 'noUndoCommission',
    sell: 'undoable',
    give_sample: 'undoable',
    export: 'undoable',
  } as const
  const key = action === 'lock' ? 'undoableLock' : text[action as keyof typeof text]
  return key ? (
    <Notice>
      <p>{t(key)}</p>
    </Notice>
  ) : null
}

function checkText(say: Say, { action, first = 0, last = 0, codes }: ChangeCheck): string {
  const what = say(`action_${action}`)
  return codes === undefined
    ? say('checkStretch', { action: what, first: first + 1, last: last + 1 })
    : say('checkCodes', { action: what, count: codes })
}
