import { acceptRequestId, currentRequestId, withRequestId } from './request-context'

it('keeps a caller’s id of the agreed form and makes one else', () => {
  expect(acceptRequestId('abcd-1234')).toBe('abcd-1234')
  for (const bad of ['short', 'x'.repeat(65), 'has space here', 'line\nbreak-123', undefined, ['a', 'b']]) {
    expect(acceptRequestId(bad)).toMatch(/^[0-9a-f-]{36}$/)
  }
})

it('is known to everything a request starts, and to nothing else', async () => {
  const seen = await Promise.all(
    ['request-one', 'request-two'].map((id) =>
      withRequestId(id, async () => {
        await new Promise((resolve) => setTimeout(resolve, 5))
        return currentRequestId()
      }),
    ),
  )
  expect(seen).toEqual(['request-one', 'request-two'])
  expect(currentRequestId()).toBeUndefined()
})
