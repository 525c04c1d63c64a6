import { data, redirect } from '@remix-run/node'
import { journal } from '#app/i18n/journal.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { type RequestContext, serverT } from '#app/lib/request-context.server.ts'
import { parseForm } from '#app/schemas/form.ts'
import { recallSchema } from '#app/schemas/recall.ts'
import { refusalIn, refusalText } from './refusal-text.ts'
import type { ProducerClient } from './require-producer.server.ts'
import type { Recalled } from './types.ts'

/**
 * Recalls a lot or a source area by a posted form and leads to the recalls. Out: the form again with sentences when it is
 * incomplete or refused. A command that waits for the journal is kept by the backend, so its page says so and asks for nothing.
 */
export async function declareRecall(
  producer: ProducerClient,
  context: RequestContext,
  what: 'lots' | 'source-areas',
  ref: string,
  form: FormData,
) {
  const t = serverT(context, journal)
  const parsed = parseForm(recallSchema, form)
  if (!parsed.ok) {
    const errors = Object.fromEntries(
      Object.entries(parsed.errors).map(([field, key]) => [field, t(key as 'errorAdvice')]),
    )
    return data({ values: parsed.values, errors }, { status: 400 })
  }
  try {
    const { lots, labelBatches, orderRefs } = await producer.ask<Recalled>(
      `/producer/${what}/${encodeURIComponent(ref)}/recall`,
      { method: 'POST', body: parsed.value },
    )
    return redirect(`/chu-the/thu-hoi?xong=${lots}-${labelBatches.length}-${orderRefs.length}`, 303)
  } catch (error) {
    if (!(error instanceof ShopError)) throw error
    if (error.code === 'recall_waiting') return redirect('/chu-the/thu-hoi?cho=1', 303)
    const sentence =
      error.kind === 'unavailable'
        ? t('errorJournalAway')
        : refusalText(t, context.locale, refusalIn(error.body, error.code))
    return data({ values: { ...parsed.value }, errors: { form: sentence } }, { status: error.status })
  }
}
