import type { MedusaContainer } from '@medusajs/framework/types'
import { type MailProvider, mailProvider } from '../dispatch/mail-provider'
import { phoneProvider } from '../dispatch/phone-provider'
import { sendDue } from '../dispatch/send-due'
import { environment } from '../env'

let mail: Promise<MailProvider> | undefined

/** Sends messages that wait: e-mail, and whatever reaches telephones. */
export default async function sendMessages(container: MedusaContainer): Promise<void> {
  const env = environment()
  mail ??= mailProvider(env).catch((error) => {
    mail = undefined
    throw error
  })
  await sendDue(container, { mail: await mail, phone: phoneProvider() }, env.STOREFRONT_URL, Date.now() + 20_000)
}

export const config = { name: 'send-messages', schedule: { interval: 3_000 } }
