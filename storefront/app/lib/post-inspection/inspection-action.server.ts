import { data, redirect } from '@remix-run/node'
import type { Locale } from '#app/i18n/locale.ts'
import type { OfficialClient } from '#app/lib/official/require-official.server.ts'
import { parseForm } from '#app/schemas/form.ts'
import {
  conclusionSchema,
  followUpsIn,
  looksIn,
  noteSchema,
  proposalSchema,
  recordSchema,
} from '#app/schemas/post-inspection.ts'
import { inLanguage, type Refusal, refusalOf } from './ask.server.ts'
import { VIOLATIONS } from './types.ts'

interface Asked {
  official: OfficialClient
  locale: Locale
  id: string
}

/** What one form of the page asks of the backend: where, and with what; or what is wrong with it. */
type Reading =
  | { path: `/official/${string}`; body: unknown; values: Record<string, string> }
  | { values: Record<string, string>; errors: Record<string, string> }

/**
 * Answers the forms of an inspection's page; `viec` says which one it was. Goes back to the page when it went through, else says what is
 * wrong. Throws what is no refusal of the input.
 */
export async function answerInspection({ official, locale, id }: Asked, form: FormData) {
  const deed = text(form, 'viec')
  const own = `/official/post-inspections/${encodeURIComponent(id)}` as const
  if (deed === 'photo') return addPhoto(official, own, id, form)
  const reading = readForm(deed, own, id, form)
  if ('errors' in reading) {
    return data<Refusal>({ form: formOf(deed, form), ...reading, sentence: null, status: 400 }, { status: 400 })
  }
  const { path, body, values } = reading
  const asked = official.ask(path, { method: 'POST', body, headers: inLanguage(locale) })
  const refused = await refusalOf(asked, formOf(deed, form), values)
  return refused === null ? redirect(pageOf(id, deed), 303) : data(refused, { status: refused.status })
}

async function addPhoto(official: OfficialClient, own: `/official/${string}`, id: string, form: FormData) {
  const [file, title] = [form.get('file'), text(form, 'photo_title').trim()]
  const values = { photo_title: title, look: text(form, 'look') }
  if (file === null || typeof file === 'string' || file.size === 0 || title === '') {
    const errors = { file: 'errorPhoto' }
    return data<Refusal>({ form: 'photo', values, errors, sentence: null, status: 400 }, { status: 400 })
  }
  const sent = new FormData()
  sent.set('file', file)
  sent.set('look', values.look)
  sent.set('title', title)
  const refused = await refusalOf(official.upload(`${own}/photos`, sent), 'photo', values)
  return refused === null ? redirect(pageOf(id, 'photo'), 303) : data(refused, { status: refused.status })
}

function readForm(deed: string, own: `/official/${string}`, id: string, form: FormData): Reading {
  switch (deed) {
    case 'record': {
      const parsed = parseForm(recordSchema, form)
      const violations = VIOLATIONS.filter((kind) => form.getAll('violations').includes(kind))
      const chosen = { violations: violations.join(' ') }
      if (!parsed.ok) return { values: { ...parsed.values, ...chosen }, errors: parsed.errors }
      const { place, day, team } = parsed.value
      const typed = Object.fromEntries(Object.keys(recordSchema.shape).map((name) => [name, text(form, name)]))
      return {
        path: `${own}/record`,
        body: { place, day, team, looks: looksIn(parsed.value), violations },
        values: { ...typed, ...chosen },
      }
    }
    case 'conclude': {
      const parsed = parseForm(conclusionSchema, form)
      if (!parsed.ok) return parsed
      const { conclusion, concludedOn } = parsed.value
      const body = { conclusion, concludedOn, followUps: followUpsIn(parsed.value) }
      return { path: `${own}/conclude`, body, values: parsed.value }
    }
    case 'propose': {
      const parsed = parseForm(proposalSchema, form)
      if (!parsed.ok) return parsed
      const body = { ...parsed.value, recognitionId: text(form, 'recognitionId'), postInspectionId: id }
      return { path: '/official/revocation-proposals', body, values: parsed.value }
    }
    case 'review': {
      const followUp = encodeURIComponent(text(form, 'followUp'))
      const verdict = text(form, 'verdict') === 'accepted' ? 'accepted' : 'refused'
      const dueOn = text(form, `due_${text(form, 'followUp')}`)
      const note = readNote(form, `note_${text(form, 'followUp')}`)
      if ('errors' in note) return note
      const more = verdict === 'refused' && dueOn !== '' ? { dueOn } : {}
      return {
        path: `${own}/follow-ups/${followUp}/review`,
        body: { verdict, note: note.note, ...more },
        values: note.values,
      }
    }
    case 'close':
    case 'cancel': {
      const note = readNote(form, `${deed}_note`)
      return 'errors' in note ? note : { path: `${own}/${deed}`, body: { note: note.note }, values: note.values }
    }
    case 'drop': {
      const note = readNote(form, 'drop_note')
      const proposal = encodeURIComponent(text(form, 'proposal'))
      if ('errors' in note) return note
      return { path: `/official/revocation-proposals/${proposal}/drop`, body: { note: note.note }, values: note.values }
    }
    case 'draft':
      return {
        path: `/official/revocation-proposals/${encodeURIComponent(text(form, 'proposal'))}/draft`,
        body: {},
        values: {},
      }
    case 'link':
      return { path: `${own}/links`, body: { recordId: text(form, 'record') }, values: {} }
    default:
      throw data(null, { status: 404 })
  }
}

/** A note under a name of its own: a page has several, and each field needs its own id. */
function readNote(
  form: FormData,
  name: string,
):
  | { values: Record<string, string>; note: string }
  | { values: Record<string, string>; errors: Record<string, string> } {
  const values = { [name]: text(form, name) }
  const parsed = noteSchema.safeParse({ note: text(form, name) })
  return parsed.success ? { note: parsed.data.note, values } : { values, errors: { [name]: 'errorNote' } }
}

/** Forms that a page has several of are told apart by what they are about. */
function formOf(deed: string, form: FormData): string {
  return deed === 'review' ? `review-${text(form, 'followUp')}` : deed
}

function pageOf(id: string, deed: string): string {
  return `/can-bo/hau-kiem/${encodeURIComponent(id)}?xong=${encodeURIComponent(deed)}`
}

function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
