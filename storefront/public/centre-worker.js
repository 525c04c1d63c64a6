// Keeps the page of a till on the device, so that it opens and sells without a network. It knows the pages /can-bo/trung-tam/<shop>/quay
// and the site's own files, and forgets the pages at sign-in and sign-out.
const PAGES = 'sao-lang-quay-trang'
const FILES = 'sao-lang-quay-tep'
const MOST_FILES = 200
/** A signal too weak to answer in this time counts as none, when there is a copy. */
const PATIENCE_MS = 4000

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('message', (event) => {
  const { keep } = event.data ?? {}
  if (typeof keep === 'string' && isTill(keep)) event.waitUntil(keepPage(keep))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (url.origin !== self.location.origin) return
  if (request.method === 'POST' && /^\/can-bo\/dang-(nhap|xuat)$/.test(url.pathname)) {
    event.respondWith(caches.delete(PAGES).then(() => fetch(request)))
    return
  }
  if (request.method !== 'GET') return
  if (url.pathname.startsWith('/assets/')) event.respondWith(fileOf(request))
  else if (request.mode === 'navigate' && isTill(url.pathname)) event.respondWith(pageOf(event, url.pathname))
})

function isTill(path) {
  return /^\/can-bo\/trung-tam\/[^/]+\/quay$/.test(path)
}

async function keepPage(path) {
  const answer = await fetch(path, { credentials: 'same-origin' })
  if (!answer.ok || answer.redirected) return
  const html = await answer.clone().text()
  await (await caches.open(PAGES)).put(path, answer)
  const files = await caches.open(FILES)
  const named = [...new Set([...html.matchAll(/\/assets\/[\w.$~/()-]+\.(?:js|css|woff2|wasm)/g)].map(([file]) => file))]
  await Promise.all(named.map(async (file) => (await files.match(file)) ?? files.add(file).catch(() => undefined)))
}

async function pageOf(event, path) {
  const pages = await caches.open(PAGES)
  const copy = await pages.match(path)
  const asked = fetch(event.request).then(async (answer) => {
    if (answer.ok && !answer.redirected) await pages.put(path, answer.clone())
    return answer
  })
  event.waitUntil(asked.catch(() => undefined))
  if (!copy) return asked
  try {
    return await Promise.race([asked, new Promise((_, reject) => setTimeout(reject, PATIENCE_MS))])
  } catch {
    return copy
  }
}

async function fileOf(request) {
  const files = await caches.open(FILES)
  const copy = await files.match(request)
  if (copy) return copy
  const answer = await fetch(request)
  if (answer.ok) {
    const kept = await files.keys()
    for (const old of kept.slice(0, Math.max(0, kept.length - MOST_FILES))) await files.delete(old)
    await files.put(request, answer.clone())
  }
  return answer
}
