import type { journal } from '#app/i18n/journal.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { Translate } from '#app/i18n/messages.ts'
import { ShopError } from '#app/lib/medusa/client.server.ts'
import { type EntrySetting, fieldOfMember, readEntry, textFields } from './entry-form.ts'
import { readReceived, storeEvidence } from './evidence.server.ts'
import { stepLabel } from './lot-names.ts'
import { refusalIn, refusalText } from './refusal-text.ts'
import type { ProducerClient } from './require-producer.server.ts'
import type { EntryBody, Evidence, StepWord } from './types.ts'

interface Submission {
  setting: EntrySetting
  steps: StepWord[]
  locale: Locale
  t: Translate<typeof journal>
}

export type Submitted<T> =
  | { ok: true; answer: T }
  /** Sentences by field, and the files that need not be sent again. */
  | { ok: false; status: number; errors: Record<string, string>; received: Evidence[] }

/**
 * Takes a posted form through: reads it, stores its files, and hands the entry to `send`. Throws what is no refusal
 * (redirects, defects); a refusal comes back as sentences beside the fields.
 */
export async function submitEntry<T>(
  producer: ProducerClient,
  form: FormData,
  { setting, steps, locale, t }: Submission,
  send: (entry: EntryBody & { evidence: Evidence[]; deviceNow: null }) => Promise<T>,
): Promise<Submitted<T>> {
  const fields = textFields(form)
  const received = readReceived(fields.received)
  const read = readEntry(fields, setting, new Date())
  const refused = (errors: Record<string, string>, status: number): Submitted<T> => ({
    ...{ ok: false, status, errors, received },
  })
  if (!read.ok) {
    return refused(Object.fromEntries(Object.entries(read.errors).map(([field, key]) => [field, t(key)])), 400)
  }
  const sentence = (error: ShopError) =>
    error.kind === 'unavailable' || error.kind === 'too_many'
      ? t('errorJournalAway')
      : refusalText(t, locale, refusalIn(error.body, error.code))
  const label = stepLabel(fields.step ?? '', steps, locale)
  for (const name of ['photo', 'paper'] as const) {
    for (const file of form.getAll(name)) {
      if (typeof file === 'string' || file.size === 0) continue
      const title = name === 'photo' ? t('photoTitle', { step: label }) : t('paperTitle', { step: label })
      const shown = name === 'photo' && fields.photoPublic === 'true'
      try {
        received.push(await storeEvidence(producer, file, { title, public: shown }))
      } catch (error) {
        if (!(error instanceof ShopError)) throw error
        return refused({ [name]: sentence(error) }, error.status)
      }
    }
  }
  try {
    // The time of a posted form is the server's own, or was typed by somebody who looked at a clock.
    return { ok: true, answer: await send({ ...read.body, evidence: received, deviceNow: null }) }
  } catch (error) {
    if (!(error instanceof ShopError)) throw error
    const { field } = refusalIn(error.body, error.code)
    return refused({ [fieldOfMember(field, setting.makes?.packs ?? false)]: sentence(error) }, error.status)
  }
}
