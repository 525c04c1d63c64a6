import { Button } from '#app/components/button.tsx'
import { SelectField, TextField } from '#app/components/field.tsx'
import { hostStays as words } from '#app/i18n/host-stays.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { StayMonth } from '#app/lib/stays/types.ts'

const DEEDS = ['close', 'own', 'usual'] as const

interface CalendarFormsProps {
  calendar: StayMonth
  /** What was typed in the form that was refused; `viec` says in which. */
  typed: Record<string, string> | null
}

/** How many guests a place usually takes, and days that are otherwise. */
export function CalendarForms({ calendar, typed }: CalendarFormsProps) {
  const t = useT(words)
  const { product, today, lastDay, guestsPerDay } = calendar
  const usual = typed?.viec === 'khach' ? typed : null
  const days = typed?.viec === 'ngay' ? typed : null
  const limits = { type: 'date', min: today, max: lastDay, required: true } as const
  return (
    <>
      <form method="post" className="card card-body grid gap-4">
        <h2 className="text-lg">{t('daysTitle')}</h2>
        <input type="hidden" name="noi" value={product.id} />
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <TextField {...limits} name="fromDay" label={t('fromDay')} defaultValue={days?.fromDay} />
          <TextField {...limits} name="toDay" label={t('toDay')} defaultValue={days?.toDay} />
          <SelectField name="deed" label={t('deed')} defaultValue={days?.deed ?? 'close'}>
            {DEEDS.map((deed) => (
              <option key={deed} value={deed}>
                {t(`deed_${deed}`)}
              </option>
            ))}
          </SelectField>
          <TextField
            name="guests"
            label={t('ownGuests')}
            inputMode="numeric"
            autoComplete="off"
            maxLength={5}
            defaultValue={days?.guests}
          />
        </div>
        <p className="text-sm text-muted">{t('keepAccepted')}</p>
        <div>
          <Button name="viec" value="ngay">
            {t('saveDays')}
          </Button>
        </div>
      </form>
      <form method="post" className="card card-body grid gap-4">
        <h2 className="text-lg">{t('usualTitle')}</h2>
        <input type="hidden" name="noi" value={product.id} />
        <TextField
          name="usual"
          label={t('usual')}
          hint={t('usualHint')}
          className="max-w-60"
          inputMode="numeric"
          autoComplete="off"
          maxLength={5}
          defaultValue={usual?.usual ?? guestsPerDay ?? ''}
        />
        <div>
          <Button look="quiet" name="viec" value="khach">
            {t('saveUsual')}
          </Button>
        </div>
      </form>
    </>
  )
}
