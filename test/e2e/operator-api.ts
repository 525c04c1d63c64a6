import { readRun } from './run.ts'

const { accounts, backend } = readRun()

async function signIn(): Promise<string> {
  const { email, password } = accounts.find(({ role }) => role === 'operator') ?? { email: '', password: '' }
  const answer = await fetch(new URL('/auth/user/emailpass', backend), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  if (!answer.ok) throw new Error(`the operator cannot sign in: ${answer.status}`)
  return ((await answer.json()) as { token: string }).token
}

let token: Promise<string> | undefined

/** Calls the operator's API with the operator's account. In: a path below `/admin`, and what is posted, if anything. Throws a refusal. */
export async function operator<Answer>(path: `/admin/${string}`, body?: unknown): Promise<Answer> {
  token ??= signIn()
  const answer = await fetch(new URL(path, backend), {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${await token}`,
      ...(body instanceof FormData ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer.json() as Promise<Answer>
}

export interface Entry {
  kind: string
  debit: string
  credit: string
  amount: number
  orderId: string | null
}

/** What the ledger holds of a group, oldest first. In: its id, or its number. */
export async function entriesOf(group: string): Promise<Entry[]> {
  const { entries } = await operator<{ entries: Entry[] }>(`/admin/ledger/entries?group=${group}&limit=100`)
  return entries
}

/** Both columns of the trial balance, whole đồng, and what the look through the books found wrong about these subjects or at large. */
export async function balance(): Promise<{ difference: number; faults: { fault: string; subject: string }[] }> {
  const { accounts: lines } = await operator<{ accounts: { debit: number; credit: number }[] }>('/admin/ledger')
  const { check } = await operator<{ check: { faults: { fault: string; subject: string }[] } }>(
    '/admin/ledger/check',
    {},
  )
  return { difference: lines.reduce((sum, { debit, credit }) => sum + debit - credit, 0), faults: check.faults }
}

export const sum = (entries: readonly Entry[]): number => entries.reduce((all, { amount }) => all + amount, 0)
