import { OUTBOX_MODULE } from '../src/modules/outbox'
import type { OutboxModuleService } from '../src/modules/outbox/service'
import { adminToken, shopCall } from './shop-client'
import { shopSuite } from './shop-suite'

shopSuite(({ getContainer, api }) => {
  const call = shopCall({ api })

  it('shows the operator what is stuck and why, and tries it again', async () => {
    const token = await adminToken({ getContainer, api })
    const outbox: OutboxModuleService = getContainer().resolve(OUTBOX_MODULE)
    const later = new Date(Date.now() + 3_600_000)
    const [stuck, waiting, gone] = await outbox.createOutboxMessages([
      {
        ...{ id: 'm-1', topic: 'passport', key: 'prod_1', payload: {}, attempts: 3_000, next_attempt_at: later },
        ...{ dead_at: new Date(), last_error: 'the service answered 500' },
      },
      { id: 'm-2', topic: 'passport', key: 'prod_2', payload: {}, next_attempt_at: later },
      {
        ...{ id: 'm-3', topic: 'passport', key: 'prod_3', payload: {}, attempts: 1, next_attempt_at: later },
        ...{ delivered_at: new Date(), last_error: 'late' },
      },
    ])
    const shown = await call('GET', '/admin/operations', { token })
    expect(shown.status).toBe(200)
    expect(shown.data).toMatchObject({
      shop: { service: 'backend', dependencies: { database: { status: 'ok' }, outbox: { status: 'degraded' } } },
      traceability: null,
      stuckCount: 1,
      messages: [{ id: stuck?.id, key: 'prod_1', attempts: 3_000, lastError: 'the service answered 500' }],
    })

    const retry = (id = '') => call('POST', `/admin/operations/messages/${id}/retry`, { token, body: {} })
    expect((await retry(gone?.id)).status).toBe(404)
    expect((await retry('m-none')).status).toBe(404)
    expect((await retry(waiting?.id)).status).toBe(200)
    expect((await retry(stuck?.id)).status).toBe(200)
    const again = await outbox.retrieveOutboxMessage('m-1')
    expect(again.dead_at).toBeNull()
    expect(new Date(again.next_attempt_at).getTime()).toBeLessThan(later.getTime())
  })
})
