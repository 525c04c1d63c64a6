import { expect, type Page } from '@playwright/test'
import { z } from 'zod'
import { readRun } from './run.ts'

const { vnpaySimulator } = readRun()

/** How the simulator tells the shop of payments that end from now on; see `test/vnpay-simulator/README.md`. */
export interface Notices {
  order: 'ipn_first' | 'return_first'
  lost: boolean
  delaySeconds: number
}

export const ON_TIME: Notices = { order: 'ipn_first', lost: false, delaySeconds: 0 }

async function control(path: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(new URL(`/control/${path}`, vnpaySimulator), {
    method: body === undefined ? 'GET' : 'POST',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`the simulator answered ${answer.status}`)
  return answer.json()
}

export async function setNotices(notices: Notices): Promise<void> {
  await control('settings', notices)
}

const transactions = z.array(
  z.object({
    params: z.object({ vnp_TxnRef: z.string() }),
    amount: z.number(),
    status: z.string(),
    refunds: z.array(z.object({ amount: z.number(), type: z.string(), status: z.string() })),
  }),
)
export type Transaction = z.infer<typeof transactions>[number]

/** What the simulator knows of a payment. */
export async function transactionOf(reference: string): Promise<Transaction> {
  const found = transactions
    .parse(await control('transactions'))
    .findLast(({ params }) => params.vnp_TxnRef === reference)
  if (!found) throw new Error(`the simulator has no payment ${reference}`)
  return found
}

const log = z.array(z.object({ what: z.string(), reference: z.string().optional() }).loose())

/** The calls about a payment, in their order: `pay page`, `settled`, `ipn`, `querydr`, `refund`. */
export async function callsOf(reference: string): Promise<string[]> {
  return log
    .parse(await control('log'))
    .filter((entry) => entry.reference === reference)
    .map(({ what }) => what)
}

/** On the simulator's first page, which asks for this sum, where one is given. Out: the reference of the payment. */
export async function onPayPage(page: Page, total?: string): Promise<string> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Chọn phương thức thanh toán')
  if (total !== undefined) await expect(page.getByRole('definition').first()).toHaveText(total)
  return (await page.getByRole('definition').nth(1).innerText()).trim()
}

/** From the bank to the button that pays, with the card that works. */
export async function enterCard(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ngân hàng')
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.getByLabel('Mã OTP').fill('123456')
}

export const payButton = (page: Page) => page.getByRole('button', { name: 'Thanh toán', exact: true })
