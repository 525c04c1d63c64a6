import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { SelectField, TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { account } from '#app/i18n/account.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { requireCustomer } from '#app/lib/customer/require-customer.server.ts'
import type { CustomerAddress } from '#app/lib/customer/types.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { communeLabel } from '#app/lib/medusa/commune-label.ts'
import { type CommuneOption, listCommunes, listProvinces } from '#app/lib/medusa/places.server.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requestContext } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import { addressSchema } from '#app/schemas/account.ts'
import { parseForm } from '#app/schemas/form.ts'

export const headers = privateHeaders

/** The address book, and the form for another one. */
export async function loader(args: LoaderFunctionArgs) {
  const client = await requireCustomer(args)
  const [{ addresses }, provinces] = await pageData(
    Promise.all([
      client.ask<{ addresses: CustomerAddress[] }>('/store/customers/me/addresses'),
      listProvinces(requestContext(args)),
    ]),
  )
  return { addresses, provinces: provinces.map(({ code, name }) => ({ code, name })) }
}

type AddressError =
  | 'errorName'
  | 'errorPhone'
  | 'errorProvince'
  | 'errorCommune'
  | 'errorStreet'
  | 'errorFull'
  | 'errorAway'

interface AddressAnswer {
  values: Record<string, string>
  communes: CommuneOption[]
  errors: Record<string, AddressError>
}

/** `intent`: `province` brings the communes of the chosen one, `add`, `default` (makes one the default), `remove`. */
export async function action(args: ActionFunctionArgs) {
  const client = await requireCustomer(args)
  const form = await args.request.formData()
  const intent = form.get('intent')
  const id = encodeURIComponent(String(form.get('id') ?? ''))
  try {
    if (intent === 'remove') {
      await client.ask(`/store/customers/me/addresses/${id}`, { method: 'DELETE', body: {} })
      return redirect('/tai-khoan/dia-chi', 303)
    }
    const parsed = parseForm(addressSchema, form)
    if (intent === 'default' && parsed.ok) {
      const body = { ...parsed.value, isDefault: true }
      await client.ask(`/store/customers/me/addresses/${id}`, { method: 'POST', body })
      return redirect('/tai-khoan/dia-chi', 303)
    }
    if (intent === 'province' || !parsed.ok) {
      const values = Object.fromEntries(
        Object.keys(addressSchema.shape).map((name) => [name, String(form.get(name) ?? '').slice(0, 300)]),
      )
      const errors = intent === 'province' || parsed.ok ? {} : (parsed.errors as Record<string, AddressError>)
      return await shown(args, values, errors, intent === 'province' ? 200 : 400)
    }
    const body = { ...parsed.value, isDefault: form.get('isDefault') === 'on' }
    await client.ask('/store/customers/me/addresses', { method: 'POST', body })
    return redirect('/tai-khoan/dia-chi', 303)
  } catch (error) {
    if (!(error instanceof ShopError)) throw error
    const values = Object.fromEntries(
      [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
    )
    if (error.field === 'communeCode') return await shown(args, values, { communeCode: 'errorCommune' }, 400)
    return await shown(args, values, { form: error.kind === 'conflict' ? 'errorFull' : 'errorAway' }, error.status)
  }
}

async function shown(
  args: ActionFunctionArgs,
  values: Record<string, string>,
  errors: Record<string, AddressError>,
  status: number,
) {
  const communes = /^\d{2}$/.test(values.provinceCode ?? '')
    ? await listCommunes(requestContext(args), values.provinceCode ?? '').catch(() => [])
    : []
  return data<AddressAnswer>({ values, communes, errors }, { status })
}

export default function AddressesRoute() {
  const t = useT(account)
  const { addresses } = useLoaderData<typeof loader>()
  return (
    <div className="grid gap-8">
      <section className="grid gap-4" aria-labelledby="so-dia-chi">
        <h2 id="so-dia-chi">{t('addresses')}</h2>
        {addresses.length === 0 ? (
          <EmptyState title={t('noAddresses')}>
            <p>{t('noAddressesText')}</p>
          </EmptyState>
        ) : (
          <ul className="grid gap-4 sm:grid-cols-2">
            {addresses.map((address) => (
              <AddressCard key={address.id} address={address} />
            ))}
          </ul>
        )}
      </section>
      <NewAddress />
    </div>
  )
}

function AddressCard({ address }: { address: CustomerAddress }) {
  const t = useT(account)
  return (
    <li className="card card-body grid content-start gap-2">
      <p className="font-semibold">
        {address.name} {address.isDefault ? <span className="mark mark-ok">{t('isDefault')}</span> : null}
      </p>
      <p className="tabular">{address.phone}</p>
      <p className="break-words">
        {address.street}, {address.commune.name}, {address.province.name}
      </p>
      <form method="post" className="flex flex-wrap gap-3">
        <input type="hidden" name="id" value={address.id} />
        <input type="hidden" name="name" value={address.name} />
        <input type="hidden" name="phone" value={address.phone} />
        <input type="hidden" name="provinceCode" value={address.province.code} />
        <input type="hidden" name="communeCode" value={address.commune.code} />
        <input type="hidden" name="street" value={address.street} />
        {address.isDefault ? null : (
          <Button look="quiet" name="intent" value="default">
            {t('makeDefault')}
          </Button>
        )}
        <Button look="quiet" name="intent" value="remove" aria-label={t('removeAddress', { name: address.name })}>
          {t('remove')}
        </Button>
      </form>
    </li>
  )
}

/** Two steps without scripts: the province brings its communes. */
function NewAddress() {
  const t = useT(account)
  const { provinces } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const values = answer?.values ?? {}
  const communes = answer?.communes ?? []
  const wrong = (field: string) => {
    const key = answer?.errors[field]
    return key ? t(key) : null
  }
  return (
    <section className="grid max-w-[40rem] gap-4" aria-labelledby="them-dia-chi">
      <h2 id="them-dia-chi">{t('addAddress')}</h2>
      {wrong('form') ? (
        <Notice kind="warning" live>
          <p>{wrong('form')}</p>
        </Notice>
      ) : null}
      <form method="post" className="grid gap-5" noValidate>
        <button type="submit" name="intent" value="add" className="sr-only" tabIndex={-1} aria-hidden="true" />
        <TextField
          name="name"
          label={t('name')}
          error={wrong('name')}
          defaultValue={values.name}
          autoComplete="name"
          maxLength={100}
          required
        />
        <TextField
          name="phone"
          type="tel"
          label={t('phone')}
          error={wrong('phone')}
          defaultValue={values.phone}
          autoComplete="tel"
          maxLength={20}
          required
        />
        <div className="grid gap-2">
          <SelectField
            name="provinceCode"
            label={t('province')}
            error={wrong('provinceCode')}
            defaultValue={values.provinceCode ?? ''}
            required
          >
            <option value="">{t('chooseProvince')}</option>
            {provinces.map((province) => (
              <option key={province.code} value={province.code}>
                {province.name}
              </option>
            ))}
          </SelectField>
          <p>
            <Button look="quiet" name="intent" value="province">
              {t('showCommunes')}
            </Button>
          </p>
        </div>
        {communes.length > 0 ? (
          <SelectField
            name="communeCode"
            label={t('commune')}
            error={wrong('communeCode')}
            defaultValue={values.communeCode ?? ''}
            required
          >
            <option value="">{t('chooseCommune')}</option>
            {communes.map((commune) => (
              <option key={commune.code} value={commune.code}>
                {communeLabel(commune)}
              </option>
            ))}
          </SelectField>
        ) : null}
        <TextField
          name="street"
          label={t('street')}
          error={wrong('street')}
          defaultValue={values.street}
          autoComplete="address-line1"
          maxLength={160}
          required
        />
        <label className="flex min-h-11 items-center gap-3">
          <input type="checkbox" name="isDefault" className="size-5 accent-leaf" />
          {t('makeDefault')}
        </label>
        <p>
          <Button name="intent" value="add">
            {t('save')}
          </Button>
        </p>
      </form>
    </section>
  )
}
