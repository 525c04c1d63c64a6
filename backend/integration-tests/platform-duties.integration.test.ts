import { loadSource } from './load-source'
import { adminToken, shopCall } from './shop-client'
import { shopSuite } from './shop-suite'

const { makeSampleShop } = loadSource<typeof import('./sample-shop')>('./integration-tests/sample-shop')
const { writeSitePageWorkflow } = loadSource<typeof import('../src/workflows/site-page/workflows/write-site-page')>(
  './src/workflows/site-page/workflows/write-site-page',
)

shopSuite(({ getContainer, api, dbUtils }) => {
  const bare = shopCall({ api })
  let publishableKey = ''
  let admin = ''
  const call = (method: string, url: string, body?: unknown, token = '', more: Record<string, string> = {}) =>
    bare(method, url, {
      token,
      headers: { 'x-publishable-api-key': publishableKey, ...more },
      ...(body === undefined ? {} : { body }),
    })

  beforeAll(async () => {
    const shop = await makeSampleShop(getContainer())
    publishableKey = shop.publishableKey
    admin = await adminToken({ getContainer, api })
    await dbUtils.snapshot()
  })

  describe('a complaint', () => {
    const body = {
      requestKey: '0f8fad5b-d9cb-469f-a165-70867728950e',
      kind: 'order',
      about: 'SL-2611-0001AB',
      name: 'Lê Văn Nam',
      contact: '0912 345 678',
      message: 'Thiếu một hộp trong đơn đã nhận.',
    }
    it('is one however often the form is sent, and its page opens with its link alone', async () => {
      const first = await call('POST', '/store/complaints', body)
      const second = await call('POST', '/store/complaints', body)
      expect(first.data.number).toMatch(/^KN-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
      expect(second.data).toMatchObject({ id: first.data.id, number: first.data.number })
      const { id, token } = first.data
      const seen = await call('GET', `/store/complaints/${id}`, undefined, '', { 'x-link-token': token })
      expect(seen.data.complaint).toMatchObject({ state: 'received', dueOn: first.data.dueOn })
      expect(seen.data.complaint).not.toHaveProperty('contact')
      for (const wrong of ['', `${token}x`, token.replace(/^./, 'A')]) {
        const refused = await call('GET', `/store/complaints/${id}`, undefined, '', { 'x-link-token': wrong })
        expect(refused.status).toBe(404)
      }
    })

    it('is answered with words, which its sender reads', async () => {
      const { data } = await call('POST', '/store/complaints', body)
      const move = (given: object) => bare('POST', `/admin/complaints/${data.id}`, { token: admin, body: given })
      expect((await move({ state: 'answered', words: 'Rồi' })).data.error.code).toBe('complaint_answer')
      expect((await move({ state: 'working' })).status).toBe(200)
      expect((await move({ state: 'answered', words: 'Chủ thể đã gửi bù một hộp cho bạn.' })).status).toBe(200)
      const seen = await call('GET', `/store/complaints/${data.id}`, undefined, '', { 'x-link-token': data.token })
      expect(seen.data.complaint.steps.map(({ state }: { state: string }) => state)).toEqual([
        ...['received', 'working', 'answered'],
      ])
      expect(seen.data.complaint.steps.at(-1).words).toContain('gửi bù')
      const desk = await bare('GET', '/admin/complaints?state=answered', { token: admin })
      expect(desk.data).toMatchObject({ count: 1, complaints: [{ contact: '0912 345 678', number: data.number }] })
      expect((await bare('GET', '/admin/complaints', { token: admin })).data.count).toBe(0)
    })
  })

  describe('a page about the site', () => {
    const words = {
      titleVi: 'Tiêu chí xếp hạng',
      titleEn: 'Ranking criteria',
      leadVi: 'Sản phẩm được xếp theo gì.',
      leadEn: 'What products are ordered by.',
      bodyVi: '## Vì sao\n\nĐể bạn biết vì sao thấy sản phẩm này trước.',
      bodyEn: '## Why\n\nSo that you know why you see this product first.',
    }
    it('has a wording for every change, published from its moment on', async () => {
      expect((await call('GET', '/store/site-pages/ranking')).status).toBe(404)
      const write = (more: object) =>
        bare('POST', '/admin/site-pages/ranking', { token: admin, body: { ...words, ...more } })
      expect((await write({ after: 0 })).data).toEqual({ no: 1 })
      const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
      expect((await write({ after: 1, titleVi: 'Bản mới', publishedFrom: tomorrow })).data).toEqual({ no: 2 })
      expect((await write({ after: 1 })).data.error.code).toBe('page_changed')
      expect((await write({ after: 2, publishedFrom: '2020-01-01T00:00:00Z' })).data.error.code).toBe('page_moment')
      expect((await write({ after: 2, bodyVi: '# Một đề mục quá lớn\n\nvà chữ' })).data.error.code).toBe('page_body')
      const shown = await call('GET', '/store/site-pages/ranking?locale=en')
      expect(shown.data.page).toMatchObject({ no: 1, title: 'Ranking criteria' })
      expect(shown.data.page.facts.ranking.orders).toHaveLength(5)
      const { data } = await bare('GET', '/admin/site-pages/ranking', { token: admin })
      expect(data.versions.map(({ no, state }: { no: number; state: string }) => [no, state])).toEqual([
        [2, 'coming'],
        [1, 'in_force'],
      ])
      expect(data.versions[0].author).toBe('ban@example.com')
    })

    it('shows what the code does about keeping data', async () => {
      await writeSitePageWorkflow(getContainer()).run({
        input: {
          ...{ ...words, page: 'privacy' as const, after: 0, authorId: null, note: null, sample: true },
          publishedFrom: new Date().toISOString(),
        },
      })
      const { data } = await call('GET', '/store/site-pages/privacy')
      expect(data.page.facts.retention.length).toBeGreaterThan(5)
      expect((await call('GET', '/store/site-pages/khac')).status).toBe(404)
    })
  })
})
