import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CheckoutSteps } from '#app/components/checkout/checkout-steps.tsx'
import { DeliveryForm } from '#app/components/checkout/delivery-form.tsx'
import { SavedAddresses } from '#app/components/checkout/saved-addresses.tsx'
import { PageHeader } from '#app/components/page-header.tsx'
import { checkout } from '#app/i18n/checkout.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { customerClient } from '#app/lib/customer/require-customer.server.ts'
import type { CustomerAddress, CustomerDesk } from '#app/lib/customer/types.ts'
import { env } from '#app/lib/env.server.ts'
import { reviewCart, setDelivery } from '#app/lib/medusa/cart.server.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { type CommuneOption, listCommunes, listProvinces } from '#app/lib/medusa/places.server.ts'
import { pageMeta } from '#app/lib/page-meta.ts'
import { privateHeaders } from '#app/lib/private-headers.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { readSession } from '#app/lib/session.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import { deliverySchema } from '#app/schemas/delivery.ts'
import { type DeliveryDraft, draftOf } from '#app/schemas/delivery-draft.ts'
import { parseForm } from '#app/schemas/form.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.head)

export const headers = privateHeaders

/**
 * The empty or known address of the cart; without anything to deliver it leads back to the cart. Writes nothing.
 * While the shop is away the form stays, so that an address that was typed survives the action's 503.
 */
export async function loader(args: LoaderFunctionArgs) {
  const context = requestContext(args)
  const t = serverT(context, checkout)
  const session = await readSession(args.request)
  const [review, provinces] = await pageData(
    Promise.all([reviewCart(context, session.get('cartId')).catch(awayAsWord), listProvinces(context)]),
  )
  const away = review === 'away'
  if (!away && (!review || review.lines.length === 0)) throw redirect('/gio-hang')
  const draft = draftOf(away ? null : review.delivery)
  const page = {
    away,
    head: {
      title: t('deliveryTitle'),
      description: t('deliveryIntro'),
      locale: context.locale,
      url: `${env().STOREFRONT_URL}/thanh-toan/giao-hang`,
      index: false,
    },
    draft,
    saved: await savedAddresses(args),
    provinces: provinces.map(({ code, name }) => ({ code, name })),
    communes: draft.provinceCode ? await pageData(listCommunes(context, draft.provinceCode)) : [],
  }
  return data(page, { status: away ? 503 : 200 })
}

/** The address book of who is signed in; null for a guest. A shop that does not answer hides it, nothing more. */
async function savedAddresses(args: LoaderFunctionArgs) {
  const client = await customerClient(args)
  if (client === null) return null
  try {
    const [{ addresses }, { customer }] = await Promise.all([
      client.ask<{ addresses: CustomerAddress[] }>('/store/customers/me/addresses'),
      client.ask<CustomerDesk>('/store/customers/me'),
    ])
    return { addresses, email: customer.email }
  } catch (error) {
    if (error instanceof ShopError) return null
    throw error
  }
}

function awayAsWord(error: unknown): 'away' {
  if (error instanceof ShopError && error.kind === 'unavailable') return 'away'
  throw error
}

interface DeliveryFailure {
  draft: DeliveryDraft
  communes: CommuneOption[]
  /** Message keys by field; empty when only the province was chosen. */
  errors: Record<string, string>
}

/**
 * `intent=province` shows the same page with the communes of the chosen province (for browsers without scripts);
 * otherwise the address is checked, given to the cart and the visitor sent to the last step.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const asked = requestContext({ request, context })
  const session = await readSession(request)
  const cartId = session.get('cartId')
  if (!cartId) throw redirect('/gio-hang', 303)
  const form = await request.formData()
  const parsed = parseForm(deliverySchema, form)
  const draft = typedDraft(form)
  if (form.get('intent') === 'province') {
    return failure(asked, { ...draft, communeCode: '' }, {}, 200)
  }
  if (!parsed.ok) return failure(asked, draft, parsed.errors, 400)
  try {
    await setDelivery(asked, cartId, parsed.value)
  } catch (error) {
    if (!(error instanceof ShopError)) throw error
    const choices = placeChoices(error)
    if (choices !== null) {
      const split = choices.length > 0
      return data<DeliveryFailure>(
        {
          draft: { ...draft, communeCode: '' },
          communes: split ? choices : await listCommunes(asked, draft.provinceCode).catch(() => []),
          errors: { communeCode: split ? 'errorPlaceSplit' : 'errorPlaceUnknown' },
        },
        { status: 422 },
      )
    }
    if (error.kind === 'invalid') return failure(asked, draft, refusedField(error), 400)
    // A cart that was placed or forgotten: its page says so.
    if (error.kind === 'not_found' || error.kind === 'conflict') return redirect('/gio-hang', 303)
    return failure(asked, draft, { form: 'errorUnavailable' }, 503)
  }
  return redirect('/thanh-toan/xac-nhan', 303)
}

/** Today's communes of an old place, when the shop asks a person to choose; none when it does not know the place. */
function placeChoices({ code, body }: ShopError): CommuneOption[] | null {
  if (code === 'place_unknown') return []
  if (code !== 'place_split' || typeof body !== 'object' || body === null || !('choices' in body)) return null
  return Array.isArray(body.choices) ? (body.choices as CommuneOption[]) : null
}

function typedDraft(form: FormData): DeliveryDraft {
  const typed = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.slice(0, 400) : ''
  }
  return {
    name: typed('name'),
    phone: typed('phone'),
    email: typed('email'),
    provinceCode: typed('provinceCode'),
    communeCode: typed('communeCode'),
    legacyPlace: typed('legacyPlace'),
    street: typed('street'),
    note: typed('note'),
  }
}

async function failure(
  context: ReturnType<typeof requestContext>,
  draft: DeliveryDraft,
  errors: Record<string, string>,
  status: number,
) {
  const communes = /^\d{2}$/.test(draft.provinceCode)
    ? await listCommunes(context, draft.provinceCode).catch(() => [])
    : []
  return data<DeliveryFailure>({ draft, communes, errors }, { status })
}

/** The shop's own refusal, on the field it names. */
function refusedField(error: ShopError): Record<string, string> {
  switch (error.field) {
    case 'communeCode':
      return { communeCode: 'errorCommuneOutside' }
    case 'provinceCode':
      return { provinceCode: 'errorProvince' }
    case 'phone':
      return { phone: 'errorPhone' }
    case 'name':
      return { name: 'errorName' }
    case 'street':
      return { street: 'errorStreet' }
    default:
      return { form: 'errorRejected' }
  }
}

export default function DeliveryRoute() {
  const t = useT(checkout)
  const { away, draft, saved, provinces, communes } = useLoaderData<typeof loader>()
  const failed = useActionData<typeof action>()
  return (
    <div className="wrap max-w-[48rem] pb-14">
      <CheckoutSteps current="delivery" />
      <PageHeader title={t('deliveryTitle')} lead={t('deliveryIntro')} />
      <SavedAddresses saved={saved} />
      <DeliveryForm
        draft={failed?.draft ?? draft}
        provinces={provinces}
        communes={failed?.communes ?? communes}
        errors={failed?.errors ?? (away ? { form: 'errorAway' } : {})}
      />
    </div>
  )
}
