import { z } from 'zod'
import { normalisePhone } from './delivery.ts'

/** Forms of a buyer's account. Messages are keys of `i18n/account.ts`. */
const name = z.string().trim().min(2, 'errorName').max(100, 'errorName')
const email = z.string().trim().min(1, 'errorEmailMissing').max(200, 'errorEmail').pipe(z.email('errorEmail'))
const password = z.string().min(10, 'errorPassword').max(128, 'errorPassword')
const phone = (needed: boolean) =>
  z.string().transform((typed, context) => {
    if (!needed && typed.trim() === '') return null
    const normal = normalisePhone(typed)
    if (normal) return normal
    context.addIssue({ code: 'custom', message: 'errorPhone' })
    return z.NEVER
  })

export const registerSchema = z.object({ name, email, password })
export const forgotSchema = z.object({ email })
export const resetSchema = z.object({ token: z.string().regex(/^[\w-]{32}$/, 'errorLink'), password })
export const profileSchema = z.object({ name, phone: phone(false) })
export const deletionSchema = z.object({
  password: z.string().min(1, 'errorPasswordWrong').max(128, 'errorPasswordWrong'),
})
export const addressSchema = z.object({
  name,
  phone: phone(true),
  provinceCode: z.string().regex(/^\d{2}$/, 'errorProvince'),
  communeCode: z.string().regex(/^\d{5}$/, 'errorCommune'),
  street: z.string().trim().min(3, 'errorStreet').max(160, 'errorStreet'),
})
