import type { MedusaContainer } from '@medusajs/framework/types'
import { generateJwtToken, Modules } from '@medusajs/framework/utils'

/** The one password of everyone a suite signs in. */
export const PASSWORD = 'mot-mat-khau-rat-dai'

export interface Answer {
  status: number
  headers: Record<string, string>
  // biome-ignore lint/suspicious/noExplicitAny: bodies of many shapes, each looked at where it is expected
  data: any
}

interface CallOptions {
  token?: string
  body?: unknown
  headers?: Record<string, string>
  /** Leaves the body as bytes. */
  raw?: boolean
}

interface RunningShop {
  getContainer: () => MedusaContainer
  /** The axios instance that `medusaIntegrationTestRunner` hands out. */
  api: { request(config: object): Promise<Answer> }
}

export type Call = (method: string, url: string, options?: CallOptions) => Promise<Answer>

/** Asks the running shop over HTTP, whatever status it answers. */
export function shopCall({ api }: Pick<RunningShop, 'api'>): Call {
  return async (method, url, { token, body, headers, raw } = {}) => {
    const answer = await api.request({
      method,
      url,
      data: body,
      headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
      validateStatus: () => true,
      maxBodyLength: Number.POSITIVE_INFINITY,
      ...(raw ? { responseType: 'arraybuffer' } : {}),
    })
    return { status: answer.status, data: answer.data, headers: answer.headers }
  }
}

/** The token of one who signs in as `actor` (`producer`, `inspector`, `user`); empty when refused. */
export async function signInAs(call: Call, actor: string, email: string, password = PASSWORD): Promise<string> {
  const answer = await call('POST', `/auth/${actor}/emailpass`, { body: { email, password } })
  return answer.status === 200 ? answer.data.token : ''
}

/** A token as the shop would sign it, for someone it never signed in. In: actor type, actor id, another key than the shop's. */
export function forgedToken(actor: string, id: string, secret = process.env.JWT_SECRET ?? ''): string {
  return generateJwtToken({ actor_id: id, actor_type: actor, auth_identity_id: 'x' }, { secret, expiresIn: '1h' })
}

/** Makes a member of staff, ban@example.com, and signs in as them. */
export async function adminToken({ getContainer, api }: RunningShop): Promise<string> {
  const container = getContainer()
  const user = await container.resolve(Modules.USER).createUsers({ email: 'ban@example.com' })
  const auth = container.resolve(Modules.AUTH)
  const body = { email: 'ban@example.com', password: PASSWORD }
  const { authIdentity } = await auth.register('emailpass', { body })
  await auth.updateAuthIdentities({ id: authIdentity?.id ?? '', app_metadata: { user_id: user.id } })
  return signInAs(shopCall({ api }), 'user', body.email)
}
