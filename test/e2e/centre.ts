import { randomUUID } from 'node:crypto'
import { account } from './official.ts'
import { operator } from './operator-api.ts'
import { readRun } from './run.ts'

const { backend } = readRun()

/** A variant at a shop, as the centre's API tells it. */
export interface Goods {
  variantId: string
  variantTitle: string
  codes: string[]
  productId: string
  productTitle: string
  quantity: number
  onlinePrice: number | null
}

export interface Sale {
  number: string
  method: string
  total: number
  offline: boolean
}

let token: Promise<string> | undefined

async function signIn(): Promise<string> {
  const { email, password } = account('centre')
  const answer = await fetch(new URL('/auth/official/emailpass', backend), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  if (!answer.ok) throw new Error(`the centre cannot sign in: ${answer.status}`)
  return ((await answer.json()) as { token: string }).token
}

/** Calls the API of centres as the manager of the demonstration centre. In: a path below `/official/centre`, and what is posted, if anything. */
export async function centre<Answer>(path: string, body?: unknown): Promise<Answer> {
  token ??= signIn()
  const answer = await fetch(new URL(`/official/centre${path}`, backend), {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${await token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer.json() as Promise<Answer>
}

/** Goods that the centre may sell, by the names of product and pack size. */
export async function goodsCalled(
  productTitle: string,
  variantTitle: string,
): Promise<Goods & { onlinePrice: number }> {
  const { goods } = await centre<{ goods: Goods[] }>('/goods')
  const found = goods.find((each) => each.productTitle === productTitle && each.variantTitle === variantTitle)
  if (!found || found.onlinePrice === null) throw new Error(`the centre has no priced ${productTitle}, ${variantTitle}`)
  return { ...found, onlinePrice: found.onlinePrice }
}

/** Opens a shop that no other test knows and receives so many of each goods, at their prices on the site. Out: its id and name. */
export async function shopWith(
  pieces: number,
  ...goods: (Goods & { onlinePrice: number })[]
): Promise<{ id: string; name: string }> {
  const name = `Quầy thử ${randomUUID().slice(0, 8)}`
  const { shop } = await centre<{ shop: { id: string } }>('/shops', {
    ...{ name, kind: 'ocop_shop', status: 'operating', provinceCode: '82', communeCode: '29905' },
    ...{ address: 'Địa chỉ minh hoạ', phone: null, openingHours: null, latitude: null, longitude: null },
    ...{ pickUp: false, signNote: null, note: null },
  })
  // A receipt is of one producer.
  for (const { productId, variantId, onlinePrice } of goods) {
    await centre(`/shops/${shop.id}/papers`, {
      ...{ kind: 'receipt', requestKey: randomUUID(), handedBy: 'Người giao minh hoạ', note: null },
      lines: [{ productId, variantId, quantity: pieces, unitPrice: onlinePrice }],
    })
  }
  return { id: shop.id, name }
}

/** How many of a variant the shop's book holds. */
export async function stockOf(shopId: string, variantId: string): Promise<number> {
  const { goods } = await centre<{ goods: Goods[] }>(`/shops/${shopId}`)
  return goods.find((each) => each.variantId === variantId)?.quantity ?? 0
}

/** Sales since the last close. */
export async function salesOf(shopId: string): Promise<Sale[]> {
  return (await centre<{ sales: Sale[] }>(`/shops/${shopId}/sales`)).sales
}

/** Gives a variant a barcode, as its package carries one. */
export async function printBarcode({ productId, variantId, codes }: Goods, gtin: string): Promise<void> {
  if (codes.includes(gtin)) return
  await operator(`/admin/products/${productId}/variants/${variantId}`, { barcode: gtin })
}
