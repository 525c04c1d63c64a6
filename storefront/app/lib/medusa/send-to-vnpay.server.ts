import { redirect } from '@remix-run/node'
import { groupPath } from '#app/lib/group-path.ts'
import type { RequestContext } from '#app/lib/request-context.server.ts'
import { keepSession, type VisitorSession } from '#app/lib/session.server.ts'
import { ShopError } from './client.server.ts'
import { startVnpay } from './payments.server.ts'

/**
 * Starts a payment at VNPay and answers with the page that leads there: a form may only be answered by a page of this site
 * (`form-action 'self'`), so that page goes on. Remembers which group is being paid, for the way back. When VNPay cannot be reached the
 * order's own page says so; the order stays.
 */
export async function sendToVnpay(
  context: RequestContext,
  session: VisitorSession,
  link: { groupId: string; token: string },
): Promise<Response> {
  session.set('paying', link)
  let target = '/thanh-toan/vnpay/di'
  try {
    const { redirectUrl } = await startVnpay(context, link)
    session.flash('gateway', redirectUrl)
  } catch (error) {
    if (!(error instanceof ShopError)) throw error
    const away = error.kind === 'unavailable' || error.code === 'payment_method_off'
    target = `${groupPath(link.groupId, link.token)}&loi=${away ? 'cong' : 'doi'}`
  }
  return redirect(target, { status: 303, headers: { 'Set-Cookie': await keepSession(session) } })
}
