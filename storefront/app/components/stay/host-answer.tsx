import { Button } from '#app/components/button.tsx'
import { TextAreaField, TextField } from '#app/components/field.tsx'
import { hostStays as words } from '#app/i18n/host-stays.ts'
import { stays } from '#app/i18n/stays.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { HostStayView } from '#app/lib/stays/types.ts'

interface HostAnswerProps {
  stay: HostStayView
  /** What was typed in the form that was refused; `viec` says in which. */
  typed: Record<string, string> | null
}

/** The host's answers that are open today: an offer, perhaps anew, and a refusal with its reason. */
export function HostAnswer({ stay, typed }: HostAnswerProps) {
  const t = useT(words)
  const { deeds, offer, state } = stay
  return (
    <>
      {deeds.includes('offer') ? (
        offer === null ? (
          <section className="grid gap-3">
            <h2 className="text-lg">{t('offerTitle')}</h2>
            <OfferForm stay={stay} typed={typed?.viec === 'bao' ? typed : null} />
          </section>
        ) : (
          <details className="card card-body" open={typed?.viec === 'bao'}>
            <summary className="min-h-11 cursor-pointer content-center font-semibold">{t('offerAnew')}</summary>
            <OfferForm stay={stay} typed={typed?.viec === 'bao' ? typed : null} />
          </details>
        )
      ) : null}
      {deeds.includes('decline') ? (
        <details className="card card-body" open={typed?.viec === 'tuchoi'}>
          <summary className="min-h-11 cursor-pointer content-center font-semibold">
            {t(state === 'accepted' ? 'declineAccepted' : 'decline')}
          </summary>
          <form method="post" className="grid gap-3 pt-2">
            <p className="text-muted">{t('declineText')}</p>
            <TextAreaField
              name="reason"
              label={t('reason')}
              required
              minLength={5}
              maxLength={500}
              rows={3}
              defaultValue={typed?.viec === 'tuchoi' ? typed.reason : ''}
            />
            <div>
              <Button look="quiet" name="viec" value="tuchoi">
                {t('declineDo')}
              </Button>
            </div>
          </form>
        </details>
      ) : null}
    </>
  )
}

function OfferForm({ stay, typed }: HostAnswerProps) {
  const t = useT(words)
  const tStays = useT(stays)
  const { offer, fromDay } = stay
  return (
    <form method="post" className="grid gap-4 pt-1">
      <TextField
        name="price"
        label={t('price')}
        hint={t('priceHint')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={16}
        required
        defaultValue={typed?.price ?? offer?.price}
      />
      <TextAreaField
        name="included"
        label={t('included')}
        hint={t('includedHint')}
        required
        minLength={2}
        maxLength={1_000}
        rows={3}
        defaultValue={typed?.included ?? offer?.included}
      />
      <TextAreaField
        name="words"
        label={t('words')}
        optional
        maxLength={1_000}
        rows={3}
        defaultValue={typed?.words ?? offer?.words ?? ''}
      />
      <TextField
        name="until"
        type="date"
        label={t('until')}
        max={fromDay}
        required
        defaultValue={typed?.until ?? offer?.until}
      />
      <p className="text-sm text-muted">{tStays('payHere')}</p>
      <div>
        <Button large name="viec" value="bao">
          {t('offer')}
        </Button>
      </div>
    </form>
  )
}
