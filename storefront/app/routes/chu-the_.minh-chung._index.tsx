import type { ActionFunctionArgs } from '@remix-run/node'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { storeEvidence } from '#app/lib/producer/evidence.server.ts'
import { producerClient } from '#app/lib/producer/require-producer.server.ts'

const NEVER = { 'Cache-Control': 'no-store' }

/** Takes one photo or paper of the phone's queue: form `file`, `title`, `public`. Answers with its description. */
export async function action(args: ActionFunctionArgs) {
  const producer = await producerClient(args)
  if (producer === null) return Response.json({ error: { code: 'sign_in_required' } }, { status: 401, headers: NEVER })
  const form = await args.request.formData()
  const file = form.get('file')
  const title = form.get('title')
  if (file === null || typeof file === 'string' || typeof title !== 'string') {
    return Response.json({ error: { code: 'upload_expected' } }, { status: 400, headers: NEVER })
  }
  try {
    const about = { title, public: form.get('public') === 'true' }
    return Response.json(await storeEvidence(producer, file, about), { status: 201, headers: NEVER })
  } catch (error) {
    if (!(error instanceof ShopError)) throw error
    return Response.json(error.body ?? { error: { code: error.code } }, { status: error.status, headers: NEVER })
  }
}
