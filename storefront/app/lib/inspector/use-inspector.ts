import type { InspectionVerdict } from '@sao-lang/traceability/verify'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type InspectorStore, openInspectorStore } from './inspector-store.ts'
import { warmCodeReader } from './read-code.ts'
import { type BundleState, keptBundles, refreshBundles } from './refresh-bundles.ts'
import { type SyncEnd, syncWaiting } from './sync.ts'
import type { InspectorDesk, RecordDraft, WaitingPhoto, WaitingRecord } from './types.ts'

const SYNC_EVERY_MS = 30_000

/** Everything the inspectors' page does with the phone: its data, what waits, and the network when there is one. */
export function useInspector(desk: InspectorDesk) {
  const [store, setStore] = useState<InspectorStore | 'failed' | null>(null)
  const [data, setData] = useState<BundleState | null>(null)
  const [waiting, setWaiting] = useState<WaitingRecord[]>([])
  const [online, setOnline] = useState(true)
  const [updating, setUpdating] = useState(false)
  const [kept, setKept] = useState(false)
  const [end, setEnd] = useState<SyncEnd | null>(null)
  const busy = useRef<Promise<unknown>>(Promise.resolve())
  const inspectorId = desk.inspector.id

  /** One at a time: two rounds at once would send the same record twice (harmless) and show it wrong. */
  const inTurn = useCallback((work: () => Promise<void>): Promise<void> => {
    const turn = busy.current.then(work, work)
    busy.current = turn.catch(() => undefined)
    return turn
  }, [])

  const send = useCallback(
    (to: InspectorStore) =>
      inTurn(async () => {
        const ended = await syncWaiting(
          to,
          inspectorId,
          (path, init) => fetch(path, init),
          () => new Date(),
        )
        setEnd(ended)
        setWaiting((await to.records()).filter((record) => record.inspectorId === inspectorId))
      }),
    [inTurn, inspectorId],
  )

  const update = useCallback(
    async (to: InspectorStore) => {
      setUpdating(true)
      const codes = desk.provinces.map(({ code }) => code)
      setData(await refreshBundles(to, codes, (path, init) => fetch(path, init), new Date()))
      setUpdating(false)
    },
    [desk.provinces],
  )

  useEffect(() => {
    const change = () => setOnline(navigator.onLine)
    change()
    addEventListener('online', change)
    addEventListener('offline', change)
    return () => {
      removeEventListener('online', change)
      removeEventListener('offline', change)
    }
  }, [])

  useEffect(() => {
    const begin = async () => {
      const opened = await openInspectorStore()
      await opened.putDesk(desk)
      setWaiting((await opened.records()).filter((record) => record.inspectorId === inspectorId))
      const codes = desk.provinces.map(({ code }) => code)
      setData(await keptBundles(opened, codes, new Date()))
      setStore(opened)
      void navigator.storage?.persist?.()
    }
    begin().catch(() => setStore('failed'))
  }, [desk, inspectorId])

  useEffect(() => {
    if (store === null || store === 'failed' || !online) return
    void update(store)
    void send(store)
    const timer = setInterval(() => void send(store), SYNC_EVERY_MS)
    return () => clearInterval(timer)
  }, [store, online, update, send])

  useEffect(() => {
    keepPage()
      .then(setKept)
      .catch(() => undefined)
  }, [])

  const ready = store !== null && store !== 'failed' ? store : null
  return {
    ...{ failed: store === 'failed', data, waiting, online, updating, kept, end },
    update: () => (ready ? update(ready) : undefined),
    async save(draft: RecordDraft, photos: WaitingPhoto[]): Promise<void> {
      if (!ready) return
      const record = { requestKey: crypto.randomUUID(), inspectorId, draft, photos, refused: null }
      await ready.putRecord(record)
      setWaiting((before) => [...before, record])
      if (navigator.onLine) await send(ready)
    },
    async send(retry: WaitingRecord | null): Promise<void> {
      if (!ready) return
      if (retry) await ready.putRecord({ ...retry, refused: null })
      await send(ready)
    },
    async lookUp(text: string, verdict: InspectionVerdict): Promise<void> {
      if (!ready) return
      const askedAt = new Date().toISOString()
      const look = { requestKey: crypto.randomUUID(), inspectorId, askedAt, scanned: text.slice(0, 2_000) }
      await ready.putLookUp({ ...look, outcome: verdict.finding })
      if (navigator.onLine) await send(ready)
    },
  }
}

/** Lets the worker keep the page and all it is made of. Out: whether it did. */
async function keepPage(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false
  await navigator.serviceWorker.register('/kiem-tra/sw.js', { scope: '/kiem-tra/' })
  const { active } = await navigator.serviceWorker.ready
  if (!active) return false
  if (!navigator.onLine) return (await caches.match('/kiem-tra/tra')) !== undefined
  const reader = await warmCodeReader()
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
  const named = Array.from(
    document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>('link[href], script[src]'),
    (element) => ('href' in element ? element.href : element.src),
  )
  const urls = [...new Set([...loaded, ...named, ...reader])].filter((url) => {
    const { origin, pathname } = new URL(url)
    return origin === location.origin && (pathname.startsWith('/assets/') || pathname === '/favicon.svg')
  })
  const channel = new MessageChannel()
  const answered = new Promise<void>((resolve) => {
    channel.port1.onmessage = () => resolve()
  })
  active.postMessage({ kind: 'keep', urls }, [channel.port2])
  await answered
  return true
}
