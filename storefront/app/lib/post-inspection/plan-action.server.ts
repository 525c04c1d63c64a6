import { data, redirect } from '@remix-run/node'
import type { Locale } from '#app/i18n/locale.ts'
import type { OfficialClient } from '#app/lib/official/require-official.server.ts'
import { parseForm } from '#app/schemas/form.ts'
import { approvalSchema, monthSchema, planSchema } from '#app/schemas/post-inspection.ts'
import { inLanguage, type Refusal, refusalOf } from './ask.server.ts'
import type { Plan } from './types.ts'

interface Asked {
  official: OfficialClient
  locale: Locale
  year: number
}

/**
 * Answers the forms of a plan's page; `viec` says which one it was. A product is added to, or taken off, the plan as it stands now. Goes
 * back to the page when it went through. Throws what is no refusal of the input.
 */
export async function answerPlan({ official, locale, year }: Asked, form: FormData) {
  const deed = text(form, 'viec')
  const headers = inLanguage(locale)
  const page = (done: string) => redirect(`/can-bo/hau-kiem/ke-hoach/${year}?xong=${done}`, 303)
  const plan = `/official/inspection-plans/${encodeURIComponent(text(form, 'plan'))}` as const
  const answer = async (work: Promise<unknown>, values: Record<string, string>) => {
    const refused = await refusalOf(work, deed, values)
    return refused === null ? page(deed) : data(refused, { status: refused.status })
  }
  const wrong = (given: { values: Record<string, string>; errors: Record<string, string> }) =>
    data<Refusal>({ form: deed, ...given, sentence: null, status: 400 }, { status: 400 })

  switch (deed) {
    case 'begin': {
      const parsed = parseForm(planSchema, form)
      if (!parsed.ok) return wrong(parsed)
      const provinceCode = text(form, 'province') === '' ? null : text(form, 'province')
      const body = { year, provinceCode, title: parsed.value.title, items: [] }
      return answer(official.ask('/official/inspection-plans', { method: 'POST', body, headers }), parsed.value)
    }
    case 'add':
    case 'remove': {
      const month = deed === 'add' ? parseForm(monthSchema, form) : null
      if (month !== null && !month.ok) return wrong(month)
      const recognitionId = text(form, 'recognition')
      const change = async () => {
        const now = (await official.ask<{ plan: Plan }>(plan)).plan
        const others = now.items.filter((item) => item.recognitionId !== recognitionId)
        const kept = others.map((item) => ({ recognitionId: item.recognitionId, month: item.month }))
        const items = month === null ? kept : [...kept, { recognitionId, month: month.value.month }]
        await official.ask(plan, { method: 'PUT', body: { title: now.title, items }, headers })
      }
      return answer(change(), month === null ? {} : { month: String(month.value.month) })
    }
    case 'approve': {
      const parsed = parseForm(approvalSchema, form)
      if (!parsed.ok) return wrong(parsed)
      return answer(official.ask(`${plan}/approve`, { method: 'POST', body: parsed.value, headers }), parsed.value)
    }
    default:
      throw data(null, { status: 404 })
  }
}

function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
