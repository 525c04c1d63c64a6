import { randomUUID } from 'node:crypto'
import { readRun } from './run.ts'

const { accounts, backend } = readRun()

type Operator = <Answer>(path: `/admin/${string}`, body?: unknown) => Promise<Answer>

async function tokenFrom(path: string, email: string, password: string): Promise<string> {
  const answer = await fetch(new URL(`/auth/user/emailpass${path}`, backend), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  if (!answer.ok) throw new Error(`${email} cannot sign in: ${answer.status}`)
  return ((await answer.json()) as { token: string }).token
}

async function call<Answer>(token: string, path: string, body?: unknown): Promise<Answer> {
  const answer = await fetch(new URL(path, backend), {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      ...(body instanceof FormData ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer.json() as Promise<Answer>
}

let token: Promise<string> | undefined

/** Calls the operator's API with the operator's account. In: a path below `/admin`, and what is posted, if anything. Throws a refusal. */
export async function operator<Answer>(path: `/admin/${string}`, body?: unknown): Promise<Answer> {
  const { email, password } = accounts.find(({ role }) => role === 'operator') ?? { email: '', password: '' }
  token ??= tokenFrom('', email, password)
  return await call<Answer>(await token, path, body)
}

/** Another person of the operator's, invited by the first: for deeds that need two people. Out: their way to call the API. */
export async function secondOperator(): Promise<Operator> {
  const person = { email: `nguoi-duyet-${randomUUID()}@saolang.example`, password: randomUUID() }
  const { invite } = await operator<{ invite: { token: string } }>('/admin/invites', { email: person.email })
  const registered = await tokenFrom('/register', person.email, person.password)
  const name = { email: person.email, first_name: 'Người duyệt', last_name: 'Minh hoạ' }
  await call(registered, `/admin/invites/accept?token=${invite.token}`, name)
  const theirs = await tokenFrom('', person.email, person.password)
  return (path, body) => call(theirs, path, body)
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
