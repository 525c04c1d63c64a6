import { Button } from '#app/components/button.tsx'
import { FairLeft } from '#app/components/centre/fair-left.tsx'
import { fairs } from '#app/i18n/fairs.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { FairBooth, FairState } from '#app/lib/centre/fair-types.ts'

interface FairStandingProps {
  state: FairState
  booths: readonly FairBooth[]
  /** A reason that was refused; null for none. */
  typedReason: string | null
}

/** What the manager makes of a fair: open it, close it once nothing is left, or call it off. */
export function FairStanding({ state, booths, typedReason }: FairStandingProps) {
  const t = useT(fairs)
  const left = booths.some((booth) => booth.left)
  return (
    <section className="grid gap-4" aria-labelledby="mo-dong">
      <h2 id="mo-dong">{t('standing')}</h2>
      {state === 'planned' ? (
        <form method="post" className="grid gap-2">
          <p>{t('openHint')}</p>
          <Button large className="justify-self-start" name="viec" value="mo">
            {t('open')}
          </Button>
        </form>
      ) : (
        <form method="post" className="grid gap-2">
          <p>{t('closeHint')}</p>
          {left ? (
            <div>
              <h3 className="text-base font-semibold">{t('leftTitle')}</h3>
              <FairLeft booths={booths} />
            </div>
          ) : null}
          <Button large look={left ? 'quiet' : 'primary'} className="justify-self-start" name="viec" value="dong">
            {t('close')}
          </Button>
        </form>
      )}
      <details open={typedReason !== null}>
        <summary className="link inline-flex min-h-11 cursor-pointer items-center">{t('cancel')}</summary>
        <form method="post" className="flex flex-wrap items-end gap-3">
          <label className="field grow">
            <span className="field-label">{t('cancelReason')}</span>
            <input
              className="input"
              name="reason"
              minLength={3}
              maxLength={500}
              defaultValue={typedReason ?? ''}
              required
            />
          </label>
          <Button look="warn" name="viec" value="huy">
            {t('cancel')}
          </Button>
        </form>
      </details>
    </section>
  )
}
