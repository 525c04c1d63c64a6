import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { producerClient } from '#app/lib/producer/require-producer.server.ts'
import type { RecordedStep } from '#app/lib/producer/types.ts'

const NEVER = { 'Cache-Control': 'no-store' }
/** A phone's clock may be off by years; more is no clock. */
const MOST_AHEAD_MS = 100 * 366 * 86_400_000

/** For the phone's queue: whose session this is, and what time it is here. */
export async function loader(args: LoaderFunctionArgs) {
  const producer = await producerClient(args)
  if (producer === null) return signInFirst()
  try {
    const { member } = await producer.desk()
    return Response.json({ account: member.id, now: new Date().toISOString() }, { headers: NEVER })
  } catch (error) {
    return refusal(error)
  }
}

/**
 * Takes one entry of the phone's queue: `{ entry: EntryBody with evidence, aheadMs }`. The phone measured once how far its
 * clock is off; what it shows now follows from that, without the delays of its network. Answers as the backend does.
 */
export async function action(args: ActionFunctionArgs) {
  const producer = await producerClient(args)
  if (producer === null) return signInFirst()
  const sent: unknown = await args.request.json().catch(() => null)
  if (!isRecord(sent) || !isRecord(sent.entry)) {
    return Response.json({ error: { code: 'invalid_json' } }, { status: 400, headers: NEVER })
  }
  const aheadMs = typeof sent.aheadMs === 'number' && Math.abs(sent.aheadMs) < MOST_AHEAD_MS ? sent.aheadMs : 0
  const deviceNow = new Date(Date.now() - aheadMs).toISOString()
  try {
    const body = { ...sent.entry, deviceNow }
    return Response.json(await producer.ask<RecordedStep>('/producer/steps', { method: 'POST', body }), {
      headers: NEVER,
    })
  } catch (error) {
    return refusal(error)
  }
}

function signInFirst() {
  return Response.json({ error: { code: 'sign_in_required' } }, { status: 401, headers: NEVER })
}

function refusal(error: unknown) {
  if (!(error instanceof ShopError)) throw error
  return Response.json(error.body ?? { error: { code: error.code } }, { status: error.status, headers: NEVER })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
