import { Button } from '#app/components/button.tsx'
import { supply } from '#app/i18n/supply.ts'
import { useT } from '#app/i18n/use-locale.ts'

/** What the manager makes of a contract: a draft is put in force or deleted, one in force is ended. In: a reason that was refused. */
export function ContractStanding({ draft, typedReason }: { draft: boolean; typedReason: string | null }) {
  const t = useT(supply)
  return (
    <section className="grid gap-4" aria-labelledby="buoc">
      <h2 id="buoc">{t('standing')}</h2>
      <form method="post" className="grid gap-2">
        <p className="max-w-[60ch]">{draft ? t('activateHint') : t('endHint')}</p>
        <Button
          large
          look={draft ? 'primary' : 'quiet'}
          className="justify-self-start"
          name="viec"
          value={draft ? 'thuc-hien' : 'thanh-ly'}
        >
          {draft ? t('activate') : t('end')}
        </Button>
      </form>
      {draft ? (
        <form method="post">
          <Button look="warn" name="viec" value="xoa">
            {t('drop')}
          </Button>
        </form>
      ) : (
        <details open={typedReason !== null}>
          <summary className="link inline-flex min-h-11 cursor-pointer items-center">{t('terminate')}</summary>
          <form method="post" className="flex flex-wrap items-end gap-3">
            <label className="field grow">
              <span className="field-label">{t('reason')}</span>
              <input
                className="input"
                name="reason"
                minLength={3}
                maxLength={500}
                defaultValue={typedReason ?? ''}
                required
              />
            </label>
            <Button look="warn" name="viec" value="cham-dut">
              {t('terminate')}
            </Button>
          </form>
        </details>
      )}
    </section>
  )
}
