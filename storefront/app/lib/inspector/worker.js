// Keeps the inspectors' page and what it loads, so that it opens without a network. Answers of the shop are never kept here.
const CACHE = 'kiem-tra-1'
const PAGE = '/kiem-tra/tra'

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

// The page tells what it was made of: its first visit loads before this worker sees anything.
self.addEventListener('message', (event) => {
  if (event.data?.kind !== 'keep') return
  event.waitUntil(
    caches.open(CACHE).then(async (cache) => {
      await Promise.all(
        event.data.urls.map(async (url) => {
          if (await cache.match(url)) return
          const answer = await fetch(url)
          if (answer.ok) await cache.put(url, answer)
        }),
      )
      const page = await fetch(PAGE, { credentials: 'same-origin' })
      if (page.ok && !page.redirected) await cache.put(PAGE, page)
      event.ports[0]?.postMessage('kept')
    }),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (url.origin !== self.location.origin) return
  if (request.method === 'POST' && url.pathname === '/kiem-tra/dang-xuat') {
    event.waitUntil(caches.delete(CACHE))
    return
  }
  if (request.method !== 'GET') return
  if (request.mode === 'navigate' && url.pathname === PAGE) event.respondWith(page(request))
  else if (url.pathname.startsWith('/assets/') || /^\/(favicon|icon-kiem-tra)[^/]*$/.test(url.pathname)) {
    event.respondWith(file(request))
  }
})

/** From the network, and from what was kept when that does not answer. */
async function page(request) {
  try {
    const answer = await fetch(request)
    // A sign-in that ran out must not replace the page: what waits on the phone is read there.
    if (answer.ok && !answer.redirected) await (await caches.open(CACHE)).put(PAGE, answer.clone())
    return answer
  } catch (error) {
    const kept = await caches.match(PAGE)
    if (kept) return kept
    throw error
  }
}

/** Files under /assets carry their content in their name: what is kept is right. */
async function file(request) {
  const kept = await caches.match(request, { ignoreVary: true })
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) await (await caches.open(CACHE)).put(request, answer.clone())
  return answer
}
