import { Form, useFetcher, useNavigation } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { SelectField, TextAreaField, TextField } from '#app/components/field.tsx'
import { LinkButton } from '#app/components/link-button.tsx'
import { checkout } from '#app/i18n/checkout.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { communeLabel } from '#app/lib/medusa/commune-label.ts'
import type { CommuneOption } from '#app/lib/medusa/places.server.ts'
import { DELIVERY_LIMITS } from '#app/schemas/delivery.ts'
import type { DeliveryDraft } from '#app/schemas/delivery-draft.ts'
import { errorSentences } from './checkout-words.ts'

interface DeliveryFormProps {
  draft: DeliveryDraft
  provinces: { code: string; name: string }[]
  /** Communes of the draft's province. */
  communes: CommuneOption[]
  errors: Record<string, string>
}

/**
 * Name, phone and the two-tier address. Without scripts the province is sent by its own button, which brings the page
 * back with that province's communes and everything typed; with scripts the list changes in place.
 */
export function DeliveryForm({ draft, provinces, communes, errors }: DeliveryFormProps) {
  const t = useT(checkout)
  const { state } = useNavigation()
  const sentences = errorSentences(t, errors)
  return (
    <Form method="post" className="grid gap-6" noValidate>
      {/* The first button of a form is the one Enter presses: it must not be the province's. */}
      <button type="submit" name="intent" value="delivery" className="sr-only" tabIndex={-1} aria-hidden="true" />
      <ErrorSummary title={(count) => t('summaryTitle', { count })} errors={sentences} />
      <TextField
        name="name"
        label={t('name')}
        error={sentences.name}
        defaultValue={draft.name}
        autoComplete="name"
        maxLength={DELIVERY_LIMITS.name}
        required
      />
      <TextField
        name="phone"
        type="tel"
        inputMode="tel"
        label={t('phone')}
        hint={t('phoneHint')}
        error={sentences.phone}
        defaultValue={draft.phone}
        autoComplete="tel"
        maxLength={DELIVERY_LIMITS.phone}
        required
      />
      <TextField
        name="email"
        type="email"
        label={t('email')}
        hint={t('emailHint')}
        error={sentences.email}
        defaultValue={draft.email}
        autoComplete="email"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={DELIVERY_LIMITS.email}
        optional
      />
      <AddressFields key={`${draft.provinceCode} ${communes.length}`} {...{ draft, provinces, communes, sentences }} />
      <details className="grid gap-3" open={draft.legacyPlace !== '' || undefined}>
        <summary className="link inline-flex min-h-11 cursor-pointer items-center">{t('legacySummary')}</summary>
        <TextField
          className="pt-2"
          name="legacyPlace"
          label={t('legacyPlace')}
          hint={t('legacyHint')}
          error={sentences.legacyPlace}
          defaultValue={draft.legacyPlace}
          autoComplete="off"
          maxLength={DELIVERY_LIMITS.legacyPlace}
          optional
        />
      </details>
      <TextField
        name="street"
        label={t('street')}
        error={sentences.street}
        defaultValue={draft.street}
        autoComplete="address-line1"
        maxLength={DELIVERY_LIMITS.street}
        required
      />
      <TextAreaField
        name="note"
        label={t('note')}
        error={sentences.note}
        defaultValue={draft.note}
        maxLength={DELIVERY_LIMITS.note}
        rows={2}
        optional
      />
      <div className="flex flex-wrap gap-3">
        <Button large name="intent" value="delivery" disabled={state === 'submitting'}>
          {t('toConfirm')}
        </Button>
        <LinkButton large look="quiet" to="/gio-hang">
          {t('backToCart')}
        </LinkButton>
      </div>
    </Form>
  )
}

function AddressFields(props: Omit<DeliveryFormProps, 'errors'> & { sentences: Record<string, string> }) {
  const t = useT(checkout)
  const { draft, sentences } = props
  const fetcher = useFetcher<{ communes: CommuneOption[] }>()
  const loading = fetcher.state !== 'idle'
  const communes = fetcher.data?.communes ?? props.communes
  return (
    <fieldset className="grid gap-6 sm:grid-cols-2">
      <legend className="field-hint pb-4">{t('addressHint')}</legend>
      <div className="grid content-start gap-2">
        <SelectField
          name="provinceCode"
          label={t('province')}
          error={sentences.provinceCode}
          defaultValue={draft.provinceCode}
          autoComplete="address-level1"
          required
          onChange={(event) => {
            const province = event.currentTarget.value
            if (province) fetcher.load(`/thanh-toan/xa-phuong?tinh=${province}`)
          }}
        >
          <option value="">{t('chooseProvince')}</option>
          {props.provinces.map((province) => (
            <option key={province.code} value={province.code}>
              {province.name}
            </option>
          ))}
        </SelectField>
        <noscript>
          <Button look="quiet" name="intent" value="province" formNoValidate>
            {t('loadCommunes')}
          </Button>
        </noscript>
      </div>
      <SelectField
        // Another province's list starts with nothing chosen.
        key={fetcher.data ? 'changed' : 'first'}
        name="communeCode"
        label={t('commune')}
        error={sentences.communeCode}
        defaultValue={fetcher.data ? '' : draft.communeCode}
        autoComplete="address-level2"
        aria-busy={loading}
      >
        <option value="">
          {loading ? t('communeLoading') : communes.length > 0 ? t('chooseCommune') : t('communeFirst')}
        </option>
        {loading
          ? null
          : communes.map((commune) => (
              <option key={commune.code} value={commune.code}>
                {communeLabel(commune)}
              </option>
            ))}
      </SelectField>
    </fieldset>
  )
}
