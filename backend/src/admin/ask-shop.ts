/** The shop refused, or could not be reached; `message` is a sentence for the person at the dashboard. */
export class ShopRefusal extends Error {
  override name = 'ShopRefusal'
}

/**
 * Asks a route below `/admin` with the session of who is signed in; with a body it is a POST. Out: the JSON of the answer.
 * Throws ShopRefusal.
 */
export async function askShop<T>(path: string, body?: Readonly<Record<string, unknown>>): Promise<T> {
  return await ask<T>(path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'accept-language': 'vi', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

/** Sends a form, with files, to a route below `/admin`; as `askShop`. */
export async function sendForm<T>(path: string, fields: Readonly<Record<string, string | File>>): Promise<T> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  return await ask<T>(path, { method: 'POST', headers: { 'accept-language': 'vi' }, body })
}

async function ask<T>(path: string, request: RequestInit): Promise<T> {
  const answer = await fetch(`/admin${path}`, { ...request, credentials: 'include' }).catch(() => {
    throw new ShopRefusal('Không kết nối được máy chủ. Hãy kiểm tra mạng rồi thử lại.')
  })
  if (answer.ok) return (await answer.json()) as T
  throw new ShopRefusal(sentenceOf(answer.status, await answer.json().catch(() => null)))
}

/** Our own refusals carry a sentence; those of Medusa are in English and for developers. */
function sentenceOf(status: number, body: unknown): string {
  if (status === 401) return 'Phiên đăng nhập đã hết. Hãy đăng nhập lại.'
  const said = (body as { error?: { message?: unknown } } | null)?.error?.message
  if (typeof said === 'string') return said
  if (status === 404) return 'Không tìm thấy mục này. Hãy tải lại danh sách.'
  return `Máy chủ chưa xử lý được yêu cầu (lỗi ${status}). Hãy thử lại sau ít phút.`
}
