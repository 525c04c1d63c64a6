import { MedusaError, Modules } from '@medusajs/framework/utils'
import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { ApiError } from '../../../http/api-error'

export const LOGIN_PROVIDER = 'emailpass'

/**
 * Makes an identity to sign in with; the undo takes it away. One that somebody registered under this address without ever
 * becoming anybody gives way: registering is open to the dashboard's guests, and must not keep a producer out.
 * Throws ApiError 409 `email_taken` when the address belongs to somebody. Out: the identity's id.
 */
export const registerLoginStep = createStep(
  'register-login',
  async ({ email, password }: { email: string; password: string }, { container }) => {
    const auth = container.resolve(Modules.AUTH)
    const taken = await auth.listAuthIdentities({ provider_identities: { entity_id: email, provider: LOGIN_PROVIDER } })
    if (taken.some((identity) => Object.values(identity.app_metadata ?? {}).some(Boolean))) {
      throw new ApiError(409, 'email_taken', { field: 'email' })
    }
    if (taken.length > 0) await auth.deleteAuthIdentities(taken.map((identity) => identity.id))
    const { success, authIdentity, error } = await auth.register(LOGIN_PROVIDER, { body: { email, password } })
    if (!success || !authIdentity) {
      throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, error ?? 'The login could not be made.')
    }
    return new StepResponse(authIdentity.id, authIdentity.id)
  },
  async (identityId, { container }) => {
    if (!identityId) return
    await container.resolve(Modules.AUTH).deleteAuthIdentities([identityId])
  },
)
