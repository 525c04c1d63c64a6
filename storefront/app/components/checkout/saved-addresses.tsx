import { Form } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { checkout } from '#app/i18n/checkout.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { CustomerAddress } from '#app/lib/customer/types.ts'

/** The address book beside the form: one press delivers there. A guest is offered to sign in, and may go on without. */
export function SavedAddresses({ saved }: { saved: { addresses: CustomerAddress[]; email: string } | null }) {
  const t = useT(checkout)
  if (saved === null) {
    return (
      <p className="pb-6">
        <a className="link inline-flex min-h-11 items-center" href="/tai-khoan/dang-nhap?ve=/thanh-toan/giao-hang">
          {t('signInForAddresses')}
        </a>
      </p>
    )
  }
  if (saved.addresses.length === 0) return null
  return (
    <section className="grid gap-3 pb-8" aria-labelledby="so-dia-chi">
      <h2 id="so-dia-chi" className="text-lg">
        {t('savedAddresses')}
      </h2>
      <ul className="grid gap-3 sm:grid-cols-2">
        {saved.addresses.map((address) => (
          <li key={address.id} className="card card-body grid content-start gap-2">
            <p className="font-semibold">{address.name}</p>
            <p className="break-words">
              {address.street}, {address.commune.name}, {address.province.name}
            </p>
            <Form method="post">
              {[
                ['name', address.name],
                ['phone', address.phone],
                ['email', saved.email],
                ['provinceCode', address.province.code],
                ['communeCode', address.commune.code],
                ['street', address.street],
              ].map(([name, value]) => (
                <input key={name} type="hidden" name={name} value={value} />
              ))}
              <Button look="quiet" name="intent" value="delivery">
                {t('useAddress')}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}
