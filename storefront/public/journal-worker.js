// Keeps the journal's pages on a producer's phone, so that the lot book opens and entries are written without a network.
// It knows the pages below /chu-the/lo and /chu-the/ghi and the site's own files, and forgets the pages at sign-in and sign-out.
const PAGES = 'sao-lang-so-lo-trang'
const FILES = 'sao-lang-so-lo-tep'
/** Always on the phone; the second is the form for every step of every lot. */
const SHELL = ['/chu-the/lo', '/chu-the/ghi']
const MOST_PAGES = 60
const MOST_FILES = 200
const NEVER_OPENED = `<p>Mở sổ lô một lần khi có mạng; từ đó sổ mở được cả ngoài đồng.</p>
<p lang="en">No network. Open the lot book once while online; from then on it opens in the field.</p>`
const NOT_SAVED = `<p>Bấm nút quay lại: những gì bạn ghi vẫn còn đó. Chờ một giây rồi bấm Lưu lần nữa.</p>
<p lang="en">Go back: what you typed is still there. Wait a second and press Save again.</p>`
/** A signal too weak to answer in this time counts as none, when there is a copy. */
const PATIENCE_MS = 5000

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('message', (event) => {
  const { keep } = event.data ?? {}
  if (Array.isArray(keep)) event.waitUntil(keepAsked(keep.filter((path) => isJournalPage(pathOf(path)))))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (url.origin !== self.location.origin) return
  if (request.method === 'POST' && /^\/chu-the\/dang-(nhap|xuat)$/.test(url.pathname)) {
    // Another person may hold the phone next.
    event.respondWith(caches.delete(PAGES).then(() => fetch(request)))
    return
  }
  if (request.method === 'POST' && request.mode === 'navigate' && url.pathname === '/chu-the/ghi') {
    // Pressed before the page's script was there: the browser keeps what was typed for the way back.
    event.respondWith(fetch(request).catch(() => noNetwork('Chưa lưu được', NOT_SAVED)))
    return
  }
  if (request.method !== 'GET') return
  if (url.pathname.startsWith('/assets/')) event.respondWith(fileOf(request))
  else if (request.mode === 'navigate' && isJournalPage(url.pathname)) event.respondWith(pageOf(event, url.pathname))
})

function isJournalPage(path) {
  return SHELL.includes(path) || /^\/chu-the\/lo\/[^/]+$/.test(path)
}

/** The network's answer; the copy where there is no network, or no answer in time. */
async function pageOf(event, path) {
  const pages = await caches.open(PAGES)
  const copy = await pages.match(path)
  const asked = fetch(event.request).then(async (answer) => {
    if (isPage(answer)) await keep(pages, path, answer.clone(), MOST_PAGES)
    return answer
  })
  event.waitUntil(asked.catch(() => undefined))
  try {
    return await (copy ? Promise.race([asked, tooLong()]) : asked)
  } catch {
    if (copy) return copy
    // A page that was never opened on this phone: the book itself says what can be done.
    return (await pages.match('/chu-the/lo')) ? Response.redirect('/chu-the/lo', 302) : noNetwork()
  }
}

/** Files carry a hash of their content in their name: a copy is never out of date. */
async function fileOf(request) {
  const files = await caches.open(FILES)
  const copy = await files.match(request, { ignoreVary: true })
  if (copy) return copy
  const answer = await fetch(request)
  if (answer.ok) await keep(files, request.url, answer.clone(), MOST_FILES)
  return answer
}

/** Keeps the pages asked for, and those of the shell that are not there yet. */
async function keepAsked(addresses) {
  await keepPages(addresses)
  const pages = await caches.open(PAGES)
  const there = await Promise.all(SHELL.map((path) => pages.match(path)))
  await keepPages(SHELL.filter((_, i) => !there[i]))
}

/** Fetches pages afresh, with the files they name. A page is kept under its path: the form is one for all steps and lots. */
async function keepPages(addresses) {
  const pages = await caches.open(PAGES)
  const files = await caches.open(FILES)
  for (const address of addresses) {
    const answer = await fetch(address, { headers: { accept: 'text/html' }, credentials: 'same-origin' })
    if (!isPage(answer)) return
    const text = await answer.clone().text()
    for (const name of new Set(text.match(/\/assets\/[\w.-]+\.(?:js|css|woff2|svg)/g) ?? [])) {
      if (await files.match(name, { ignoreVary: true })) continue
      const file = await fetch(name)
      if (file.ok) await keep(files, name, file, MOST_FILES)
    }
    // Last: a page without its scripts could be filled in out there, and not saved.
    await keep(pages, pathOf(address), answer, MOST_PAGES)
  }
}

function pathOf(address) {
  return new URL(address, self.location.origin).pathname
}

function isPage(answer) {
  return answer.ok && !answer.redirected && (answer.headers.get('content-type') ?? '').startsWith('text/html')
}

/** Puts a copy at the end of its cache; the oldest leave when there are too many, the shell never. */
async function keep(cache, name, answer, most) {
  await cache.delete(name, { ignoreVary: true })
  await cache.put(name, answer)
  const kept = await cache.keys()
  const spare = kept.filter((each) => !SHELL.includes(new URL(each.url).pathname))
  for (const old of spare.slice(0, Math.max(0, kept.length - most))) await cache.delete(old)
}

function tooLong() {
  return new Promise((_, reject) => setTimeout(() => reject(new Error('no answer in time')), PATIENCE_MS))
}

function noNetwork(title = 'Chưa có mạng', words = NEVER_OPENED) {
  const page = `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/plain.css"><title>${title} · Sao Làng</title>
<main><h1>${title}</h1>${words}<p><a href="/chu-the/lo">Về sổ lô</a></p></main></html>`
  return new Response(page, { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } })
}
