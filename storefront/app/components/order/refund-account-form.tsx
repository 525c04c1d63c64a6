import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { SelectField, TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { refundAccount } from '#app/i18n/refund-account.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatMoney } from '#app/lib/format.ts'
import type { RefundAccountAsked } from '#app/lib/medusa/cart-types.ts'

/** What was refused of the form; the number is never sent back to the page. */
export interface RefusedAccount {
  values: { bankBin: string; holder: string }
  errors: Record<string, string>
}

interface RefundAccountFormProps {
  asked: RefundAccountAsked
  refused: RefusedAccount | null
}

/** Asks where refunds go that a person pays; once told, what was told is shown masked, and can be changed until they are paid. */
export function RefundAccountForm({ asked, refused }: RefundAccountFormProps) {
  const t = useT(refundAccount)
  const locale = useLocale()
  return (
    <section
      className="card card-body print-hidden grid gap-4"
      id="nhan-tien-hoan"
      aria-labelledby="nhan-tien-hoan-ten"
    >
      <h2 className="text-xl" id="nhan-tien-hoan-ten">
        {t('title', { amount: formatMoney(asked.amount, locale) })}
      </h2>
      {asked.hint === null ? (
        <>
          <p>{t('lead')}</p>
          <Fields asked={asked} refused={refused} />
        </>
      ) : (
        <>
          <Notice kind="success">
            <p className="font-semibold">{t('given', { account: asked.hint })}</p>
            <p>{t('givenHint')}</p>
          </Notice>
          <details open={refused !== null}>
            <summary className="link inline-flex min-h-11 cursor-pointer items-center">{t('change')}</summary>
            <Fields asked={asked} refused={refused} />
          </details>
        </>
      )}
    </section>
  )
}

function Fields({ asked, refused }: RefundAccountFormProps) {
  const t = useT(refundAccount)
  const errors = refused?.errors ?? {}
  return (
    <form method="post" className="grid max-w-[28rem] gap-4" noValidate>
      <ErrorSummary title={(count) => t('wrong', { count })} errors={errors} />
      <SelectField
        name="bankBin"
        label={t('bank')}
        error={errors.bankBin ?? null}
        defaultValue={refused?.values.bankBin ?? ''}
        required
      >
        <option value="">{t('choose')}</option>
        {asked.banks.map(({ bin, name }) => (
          <option key={bin} value={bin}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField
        name="number"
        label={t('number')}
        hint={t('numberHint')}
        error={errors.number ?? null}
        inputMode="numeric"
        autoComplete="off"
        maxLength={40}
        required
      />
      <TextField
        name="holder"
        label={t('holder')}
        error={errors.holder ?? null}
        defaultValue={refused?.values.holder ?? ''}
        autoComplete="name"
        maxLength={100}
        required
      />
      <p className="field-hint">{t('privacy')}</p>
      <Button className="justify-self-start" name="intent" value="account">
        {t('send')}
      </Button>
    </form>
  )
}
