import { useFetcher } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button } from '#app/components/button.tsx'
import { fieldId, SelectField, TextAreaField, TextField } from '#app/components/field.tsx'
import { seller } from '#app/i18n/seller.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { legalFormLabel } from '#app/lib/legal-form.ts'
import { communeLabel } from '#app/lib/medusa/commune-label.ts'
import type { CommuneOption } from '#app/lib/medusa/places.server.ts'
import { LEGAL_FORM_CHOICES, type SellerApplication } from '#app/lib/seller/types.ts'

interface ApplicationFormProps {
  application: SellerApplication
  /** Where it is posted to: the page without a fragment, so that what became of it is in sight. */
  action: string
  provinces: { code: string; name: string }[]
  communes: CommuneOption[]
  /** What was typed and could not be saved. */
  typed: Record<string, string> | null
  /** Sentence by field. */
  errors: Record<string, string>
}

/** Everything but the papers, on one page. Any button saves; only the last one hands it in. */
export function ApplicationForm({ application, action, provinces, communes, typed, errors }: ApplicationFormProps) {
  const t = useT(seller)
  const locale = useLocale()
  const value = (name: keyof SellerApplication['fields']) => typed?.[name] ?? application.fields[name]
  const line = (name: keyof SellerApplication['fields']) => ({
    name,
    label: t(name),
    defaultValue: value(name),
    error: errors[name] ?? null,
  })
  const checked = (name: 'terms' | 'privacy', agreed: boolean) => (typed ? typed[name] === 'on' : agreed)
  return (
    <form method="post" action={action} className="grid gap-8" noValidate>
      {/* The first button of a form is the one Enter presses: it must only save. */}
      <button type="submit" name="viec" value="luu" className="sr-only" tabIndex={-1} aria-hidden="true" />
      <Part title={t('business')}>
        <TextField {...line('name')} hint={t('nameHint')} maxLength={160} autoComplete="organization" required />
        <SelectField {...line('legalForm')} required>
          <option value="">{t('choose')}</option>
          {LEGAL_FORM_CHOICES.map((form) => (
            <option key={form} value={form}>
              {legalFormLabel(form, locale)}
            </option>
          ))}
        </SelectField>
        <TextField {...line('taxCode')} hint={t('taxCodeHint')} inputMode="numeric" maxLength={40} required />
        <TextField {...line('registrationNumber')} maxLength={60} />
        <TextAreaField {...line('goods')} hint={t('goodsHint')} rows={4} maxLength={2000} required />
      </Part>
      <Part title={t('place')}>
        <PlaceFields
          {...{ provinces, communes, errors }}
          province={value('provinceCode')}
          commune={value('communeCode')}
        />
        <TextField {...line('street')} autoComplete="address-line1" maxLength={200} required />
      </Part>
      <Part title={t('contact')}>
        <TextField {...line('representative')} autoComplete="name" maxLength={100} required />
        <TextField {...line('phone')} type="tel" inputMode="tel" autoComplete="tel" maxLength={30} required />
        <TextField
          {...line('email')}
          hint={t('emailHint')}
          type="email"
          autoComplete="email"
          maxLength={254}
          optional
        />
      </Part>
      <Part title={t('bank')}>
        <SelectField {...line('bankBin')} required>
          <option value="">{t('choose')}</option>
          {application.banks.map((bank) => (
            <option key={bank.bin} value={bank.bin}>
              {bank.name}
            </option>
          ))}
        </SelectField>
        <TextField
          name="bankNumber"
          label={t('bankNumber')}
          hint={
            application.bankLastFour === null
              ? t('bankNumberHint')
              : t('bankNumberKept', { last: application.bankLastFour })
          }
          error={errors.bankNumber ?? null}
          inputMode="numeric"
          autoComplete="off"
          maxLength={40}
        />
        <TextField {...line('bankHolder')} autoComplete="off" maxLength={100} required />
      </Part>
      <Part title={t('consents')}>
        <Consent name="terms" label={t('terms')} checked={checked('terms', application.termsAgreed)} />
        <Consent name="privacy" label={t('privacy')} checked={checked('privacy', application.privacyAgreed)} />
      </Part>
      <div className="flex flex-wrap gap-3">
        <Button large name="viec" value="nop">
          {t(application.state === 'sent_back' ? 'submitAgain' : 'submit')}
        </Button>
        <Button large look="quiet" name="viec" value="luu">
          {t('save')}
        </Button>
      </div>
    </form>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-5">
      <legend className="pb-3 text-xl font-semibold">{title}</legend>
      {children}
    </fieldset>
  )
}

function Consent({ name, label, checked }: { name: string; label: string; checked: boolean }) {
  return (
    <label className="flex min-h-11 items-start gap-3" htmlFor={fieldId(name)}>
      <input id={fieldId(name)} type="checkbox" name={name} defaultChecked={checked} className="mt-1 size-5" />
      <span>{label}</span>
    </label>
  )
}

/** With scripts the communes change in place; without them a button saves what is typed and brings the list. */
function PlaceFields(props: {
  provinces: { code: string; name: string }[]
  communes: CommuneOption[]
  province: string
  commune: string
  errors: Record<string, string>
}) {
  const t = useT(seller)
  const fetcher = useFetcher<{ communes: CommuneOption[] }>()
  const loading = fetcher.state !== 'idle'
  const communes = fetcher.data?.communes ?? props.communes
  return (
    <>
      <div className="grid content-start gap-2">
        <SelectField
          name="provinceCode"
          label={t('provinceCode')}
          error={props.errors.provinceCode ?? null}
          defaultValue={props.province}
          required
          onChange={(event) => {
            const province = event.currentTarget.value
            if (province) fetcher.load(`/thanh-toan/xa-phuong?tinh=${province}`)
          }}
        >
          <option value="">{t('choose')}</option>
          {props.provinces.map((province) => (
            <option key={province.code} value={province.code}>
              {province.name}
            </option>
          ))}
        </SelectField>
        <noscript>
          <Button look="quiet" name="viec" value="luu">
            {t('loadCommunes')}
          </Button>
        </noscript>
      </div>
      <SelectField
        key={fetcher.data ? 'changed' : `${props.province} ${props.communes.length}`}
        name="communeCode"
        label={t('communeCode')}
        error={props.errors.communeCode ?? null}
        defaultValue={fetcher.data ? '' : props.commune}
        aria-busy={loading}
        required
      >
        <option value="">{loading ? t('loading') : t(communes.length > 0 ? 'choose' : 'provinceFirst')}</option>
        {loading
          ? null
          : communes.map((commune) => (
              <option key={commune.code} value={commune.code}>
                {communeLabel(commune)}
              </option>
            ))}
      </SelectField>
    </>
  )
}
