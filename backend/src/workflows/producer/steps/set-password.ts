import { MedusaError, Modules } from '@medusajs/framework/utils'
import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { LOGIN_PROVIDER } from './register-login'

/** Gives a login a new password; the undo puts the old one's hash back. Without a password nothing is done. */
export const setPasswordStep = createStep(
  'set-login-password',
  async ({ email, password }: { email: string; password: string | null }, { container }) => {
    if (password === null) return new StepResponse(null, null)
    const auth = container.resolve(Modules.AUTH)
    const [before] = await auth.listProviderIdentities({ entity_id: email, provider: LOGIN_PROVIDER })
    const { success, error } = await auth.updateProvider(LOGIN_PROVIDER, { entity_id: email, password })
    if (!success) {
      throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, error ?? 'The password could not be set.')
    }
    return new StepResponse(null, before ? { id: before.id, provider_metadata: before.provider_metadata ?? {} } : null)
  },
  async (before, { container }) => {
    if (!before) return
    await container.resolve(Modules.AUTH).updateProviderIdentities(before)
  },
)
