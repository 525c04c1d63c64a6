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
  /** For an upgrade: what is different from the last time. */
  changes: line(4_000),
  /** For a renewal: what was renewed, a line each. */
  updates: line(4_000),
})
export type DossierForm = z.infer<typeof DossierFormSchema>
export type DossierField = keyof DossierForm

export const DOSSIER_FIELDS = Object.keys(DossierFormSchema.shape) as DossierField[]

/** The form of a row; what is not there is empty. */
export function readForm(value: unknown): DossierForm {
  return DossierFormSchema.parse(value ?? {})
}
