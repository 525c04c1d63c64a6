import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { RecordedStep } from '../types.ts'
import { journalServer } from './journal-server.ts'
import { openPhoneStore } from './phone-store.ts'
import { type Stop, syncQueue } from './sync-queue.ts'
import type { QueueStore, WaitingEntry } from './waiting-entry.ts'

/** What pages do with the entries that wait on this phone. */
export interface JournalQueue {
  account: string
  /** True once the phone's store was looked at. */
  ready: boolean
  /** Whether this browser can keep entries at all. */
  kept: boolean
  entries: WaitingEntry[]
  /** How many entries other accounts left on this phone. */
  others: number
  sending: boolean
  /** Why the last sending stopped; null when all went or nothing was tried. */
  stopped: Stop | null
  /** Entries that went since the page was opened. */
  sent: number
  offline: boolean
  keep(entry: WaitingEntry): Promise<void>
  /** Ends when everything kept before it was called has been tried, by this page or by another tab. */
  send(): Promise<void>
  throwAway(key: string): Promise<void>
  /** The entry as it waits; null when it went, whoever sent it. */
  waiting(key: string): Promise<WaitingEntry | null>
  /** What the book answered to an entry that this page sent. */
  answerTo(key: string): RecordedStep | null
}

/**
 * The entries of `account` that wait on this phone. They are sent when a page opens and when the network comes back, one
 * sender at a time over all tabs; `send` does it at once.
 */
export function useJournalQueue(account: string): JournalQueue {
  const store = useRef<(QueueStore & { countOthers(account: string): Promise<number> }) | null>(null)
  const running = useRef<Promise<void>>(Promise.resolve())
  const answers = useRef(new Map<string, RecordedStep>())
  const [state, setState] = useState({ ready: false, kept: false, entries: [] as WaitingEntry[], others: 0 })
  const [sending, setSending] = useState(false)
  const [stopped, setStopped] = useState<Stop | null>(null)
  const [sent, setSent] = useState(0)
  const [offline, setOffline] = useState(false)

  const look = useCallback(async () => {
    const kept = store.current
    const entries = kept ? await kept.list(account) : []
    const others = kept ? await kept.countOthers(account) : 0
    setState({ ready: true, kept: kept !== null, entries, others })
  }, [account])

  const send = useCallback((): Promise<void> => {
    const phone = store.current
    if (!phone) return Promise.resolve()
    // What was kept while a sending was under way may not be in its list: another one follows it.
    const turn = running.current.then(async () => {
      setSending(true)
      try {
        const result = await oneAtATime(() => syncQueue(phone, account, journalServer(fetch.bind(window))))
        for (const [key, answer] of result.stored) answers.current.set(key, answer)
        setStopped(result.stop)
        setSent(answers.current.size)
      } finally {
        setSending(false)
        await look()
      }
    })
    running.current = turn.catch(() => undefined)
    return turn
  }, [account, look])

  useEffect(() => {
    let gone = false
    const online = () => {
      setOffline(false)
      void send().catch(() => undefined)
    }
    const cut = () => setOffline(true)
    void openPhoneStore()
      .catch(() => null)
      .then(async (opened) => {
        if (gone) return
        store.current = opened
        setOffline(!navigator.onLine)
        await look()
        if (navigator.onLine) await send()
      })
      .catch(() => undefined)
    window.addEventListener('online', online)
    window.addEventListener('offline', cut)
    return () => {
      gone = true
      window.removeEventListener('online', online)
      window.removeEventListener('offline', cut)
    }
  }, [look, send])

  const keep = useCallback(
    async (entry: WaitingEntry) => {
      await store.current?.put(entry)
      await look()
    },
    [look],
  )
  const throwAway = useCallback(
    async (key: string) => {
      await store.current?.remove(key)
      await look()
    },
    [look],
  )
  const waiting = useCallback(
    async (key: string) => (await store.current?.list(account))?.find((entry) => entry.key === key) ?? null,
    [account],
  )
  const answerTo = useCallback((key: string) => answers.current.get(key) ?? null, [])

  return useMemo(
    () => ({ account, ...state, sending, stopped, sent, offline, keep, send, throwAway, waiting, answerTo }),
    [account, state, sending, stopped, sent, offline, keep, send, throwAway, waiting, answerTo],
  )
}

/** Two tabs would do the same work twice; the book would not mind, the network would. */
async function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? await navigator.locks.request('sao-lang-so-lo', work) : work()
}
