import { z } from 'zod'
import { LOOKS, TRIGGERS } from '#app/lib/post-inspection/types.ts'

/** Forms of post-inspection. Messages are keys of `i18n/post-inspection.ts`. */
const text = (least: number, missing: string, most = 3_000) =>
  z.string().trim().min(least, missing).max(most, 'errorNoteLong')
const day = z.iso.date('errorDay')
const result = z.enum(['pass', 'fail', 'not_looked'], 'errorResult')
const note = z.string().trim().max(3_000, 'errorNoteLong')

/** `Nguyễn Văn A, Sở Nông nghiệp`, one a line. */
const team = z
  .string()
  .trim()
  .transform((lines, context) => {
    const people = lines
      .split(/\r?\n/)
      .filter((line) => line.trim() !== '')
      .map((line) => {
        const [name = '', ...unit] = line.split(',')
        return { name: name.trim(), unit: unit.join(',').trim() }
      })
    if (people.length === 0 || people.length > 20 || people.some(({ name, unit }) => name === '' || unit === '')) {
      context.addIssue({ code: 'custom', message: 'errorTeam' })
      return z.NEVER
    }
    return people
  })

export const recordSchema = z.object({
  place: text(1, 'errorPlace', 300),
  day,
  team,
  result_criteria: result,
  note_criteria: note,
  result_mark_use: result,
  note_mark_use: note,
  result_product_information: result,
  note_product_information: note,
  result_advertising: result,
  note_advertising: note,
})

/** The four looks as the backend takes them. */
export function looksIn(value: z.output<typeof recordSchema>) {
  return LOOKS.map((look) => ({ look, result: value[`result_${look}`], note: value[`note_${look}`] }))
}

export const MENDS = [1, 2, 3] as const

/** Both or neither of words and day. */
const mends = {
  mend_1: z.string().trim().max(2_000, 'errorNoteLong'),
  due_1: z.string(),
  mend_2: z.string().trim().max(2_000, 'errorNoteLong'),
  due_2: z.string(),
  mend_3: z.string().trim().max(2_000, 'errorNoteLong'),
  due_3: z.string(),
}
export const conclusionSchema = z
  .object({ conclusion: text(10, 'errorConclusion', 5_000), concludedOn: day, ...mends })
  .superRefine((value, context) => {
    for (const no of MENDS) {
      const [what, due] = [value[`mend_${no}`], value[`due_${no}`]]
      const whole = what.length >= 5 && /^\d{4}-\d{2}-\d{2}$/.test(due)
      if (!whole && (what !== '' || due !== '')) {
        context.addIssue({ code: 'custom', message: 'errorMend', path: [`mend_${no}`] })
      }
    }
  })

/** What has to be mended, as the backend takes it. */
export function followUpsIn(value: z.output<typeof conclusionSchema>) {
  return MENDS.map((no) => ({ what: value[`mend_${no}`], dueOn: value[`due_${no}`] })).filter(({ what }) => what !== '')
}

export const proposalSchema = z.object({
  ground: text(1, 'errorGround', 100),
  reason: text(10, 'errorReason', 5_000),
  evidence: text(5, 'errorEvidence', 5_000),
})

/** The same on another authority's conclusion. */
export const otherProposalSchema = proposalSchema.extend({
  authority: text(1, 'errorAuthority', 300),
  authorityPaper: text(1, 'errorPaper', 300),
  concludedOn: day,
})

export const openingSchema = z.object({
  trigger: z.enum(TRIGGERS, 'errorTrigger'),
  triggerNote: text(5, 'errorNote', 2_000),
})

export const planSchema = z.object({ title: text(5, 'errorTitle', 300) })
export const approvalSchema = z.object({ decisionNumber: text(1, 'errorNumber', 100), decisionDate: day })
export const monthSchema = z.object({
  month: z.coerce.number('errorMonth').int().min(1, 'errorMonth').max(12, 'errorMonth'),
})

/** A note of a form that has nothing else. */
export const noteSchema = z.object({ note: text(5, 'errorNote', 2_000) })
