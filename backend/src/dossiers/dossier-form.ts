import { z } from '@medusajs/framework/zod'

const line = (most: number) => z.string().trim().max(most).default('')

/** What Mẫu 01 asks for besides product and self-assessment; empty while it is not filled in. */
export const DossierFormSchema = z.object({
  representative: line(120),
  position: line(120),
  phone: line(20),
  address: line(300),
  businessNumber: line(60),
  description: line(2_000),
  capacity: line(300),
  /** What changed since the last evaluation, by code of the rule's `statements`: an upgrade and a renewal must say. */
  statements: z.record(z.string().regex(/^[a-z0-9_-]{1,60}$/), line(4_000)).default({}),
})
export type DossierForm = z.infer<typeof DossierFormSchema>
export type DossierField = Exclude<keyof DossierForm, 'statements'>

export const DOSSIER_FIELDS: readonly DossierField[] = [
  'representative',
  'position',
  'phone',
  'address',
  'businessNumber',
  'description',
  'capacity',
]

/** The form of a row; what is not there is empty. */
export function readForm(value: unknown): DossierForm {
  return DossierFormSchema.parse(value ?? {})
}
