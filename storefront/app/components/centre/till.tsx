import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { Button, buttonClass } from '#app/components/button.tsx'
import { CodeScanner } from '#app/components/inspector/code-scanner.tsx'
import { Notice } from '#app/components/notice.tsx'
import { QrCode } from '#app/components/qr-code.tsx'
import { StarBadge } from '#app/components/star-badge.tsx'
import { centre } from '#app/i18n/centre.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { badgeState } from '#app/lib/badge-state.ts'
import { openSaleStore, type SaleAnswer, type SaleStore, sendSales } from '#app/lib/centre/sale-queue.ts'
import type { CounterTransfer, SaleDraft, ShopDesk, ShopGoods } from '#app/lib/centre/types.ts'
import { formatMoment, formatMoney } from '#app/lib/format.ts'

interface BasketLine {
  goods: ShopGoods
  lotNo: string | null
  quantity: number
  unitCodes: string[]
}

const RETRY_MS = 20_000

/**
 * The till: a basket filled by scanning or by name, cash or transfer. Each sale is kept on the device before it is sent, so that neither a
 * cut connection nor a closed page loses it; without a network it waits there.
 */
export function TillDesk({ desk, seller }: { desk: ShopDesk; seller: string }) {
  const t = useT(centre)
  const locale = useLocale()
  const [lines, setLines] = useState<BasketLine[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const [done, setDone] = useState<{ text: string; saleId: string | null } | null>(null)
  const [method, setMethod] = useState<'cash' | 'transfer'>('cash')
  const [tendered, setTendered] = useState('')
  const [bankReference, setBankReference] = useState('')
  const [wanted, setWanted] = useState('')
  const { waiting, offline, refused, queries, keep, send } = useSales(desk.shop.id, seller, t('notKept'))
  const codeField = useRef<HTMLInputElement>(null)
  const ids = useId()
  const money = (dong: number) => formatMoney(dong, locale)
  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])

  const total = lines.reduce((all, { goods, quantity }) => all + (goods.price ?? 0) * quantity, 0)
  const transfer = useTransfer(desk.shop.id, method === 'transfer' ? total : 0, t('qrOffline'))
  const given = Number(tendered.replace(/[.\s,đ]/g, '') || 'NaN')
  const change = method === 'cash' && Number.isFinite(given) ? given - total : 0
  const found = useMemo(() => {
    const words = plain(wanted)
    return desk.goods.filter(
      (goods) =>
        goods.price !== null &&
        plain(`${goods.productTitle} ${goods.variantTitle} ${goods.producerName}`).includes(words),
    )
  }, [desk.goods, wanted])

  function put(goods: ShopGoods, lotNo: string | null, unitCode: string | null) {
    setProblem(null)
    setDone(null)
    setLines((before) => {
      const at = before.findIndex((line) => line.goods.variantId === goods.variantId && line.lotNo === lotNo)
      const known = before[at]
      const codes = unitCode === null ? [] : [unitCode]
      if (!known) return [...before, { goods, lotNo, quantity: 1, unitCodes: codes }]
      return before.with(at, { ...known, quantity: known.quantity + 1, unitCodes: [...known.unitCodes, ...codes] })
    })
  }

  async function take(text: string) {
    const code = text.trim()
    if (code === '') return
    const known = desk.goods.find(({ codes, price }) => price !== null && codes.includes(code))
    if (known) {
      put(known, null, null)
      return
    }
    if (lines.some(({ unitCodes }) => unitCodes.includes(code))) {
      setProblem(t('labelTwice'))
      return
    }
    const answer = await fetch(
      `/can-bo/trung-tam/${desk.shop.id}/tem?code=${encodeURIComponent(labelCode(code))}`,
    ).catch(() => null)
    if (answer === null) {
      setProblem(t('labelOffline'))
      return
    }
    const told = (await answer.json().catch(() => null)) as {
      variantId?: string
      lotNo?: string | null
      unitCode?: string
      sentence?: string
    } | null
    const goods = desk.goods.find(({ variantId, price }) => price !== null && variantId === told?.variantId)
    if (!answer.ok || !goods || !told?.unitCode) {
      setProblem(told?.sentence ?? t('codeUnknown', { code }))
      return
    }
    if (lines.some(({ unitCodes }) => unitCodes.includes(told.unitCode ?? ''))) setProblem(t('labelTwice'))
    else put(goods, told.lotNo ?? null, told.unitCode)
  }

  async function finish() {
    const reference = bankReference.trim() || (transfer.shown?.content ?? '')
    const missing =
      lines.length === 0
        ? t('checkBasket')
        : method === 'cash' && !(given >= total)
          ? t('checkCash')
          : method === 'transfer' && reference === ''
            ? t('checkReference')
            : null
    setProblem(missing)
    if (missing !== null) return
    const sale: SaleDraft = {
      clientId: crypto.randomUUID(),
      method,
      total,
      tendered: method === 'cash' ? given : null,
      bankReference: method === 'cash' ? null : reference,
      offline: false,
      deviceAt: new Date().toISOString(),
      lines: lines.map(({ goods, lotNo, quantity, unitCodes }) => ({
        productId: goods.productId,
        variantId: goods.variantId,
        lotNo,
        quantity,
        unitPrice: goods.price ?? 0,
        unitCodes,
      })),
    }
    const answer = await keep(sale)
    if (answer.kind === 'refused') {
      setProblem(answer.sentence)
      return
    }
    const words = { total: money(total), change: money(Math.max(0, change)) }
    setDone({
      text:
        answer.kind === 'query'
          ? t('becameQuery')
          : t(
              answer.kind === 'booked'
                ? sale.method === 'cash'
                  ? 'sold'
                  : 'soldTransfer'
                : sale.method === 'cash'
                  ? 'kept'
                  : 'keptTransfer',
              words,
            ),
      saleId: answer.kind === 'booked' ? answer.saleId : null,
    })
    setLines([])
    setTendered('')
    setBankReference('')
    codeField.current?.focus()
  }

  return (
    // Before the script has taken over, a tap or a scan would be lost.
    <fieldset className="m-0 grid min-w-0 gap-6 border-0 p-0" disabled={!ready}>
      <noscript>
        <p className="notice notice-warning">{t('tillNeedsScripts')}</p>
      </noscript>
      {offline ? (
        <Notice kind="warning" live>
          {t('offline')}
        </Notice>
      ) : null}
      {waiting > 0 ? (
        <Notice kind="warning">
          <p>{t('queued', { count: waiting })}</p>
          {refused === null ? null : <p>{refused}</p>}
          <Button type="button" look="quiet" onClick={() => void send()}>
            {t('sendNow')}
          </Button>
        </Notice>
      ) : null}
      {queries > 0 ? <Notice kind="warning">{t('becameQuery')}</Notice> : null}
      <p className="text-sm text-muted">{t('asOf', { at: formatMoment(desk.asOf, locale) })}</p>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          const text = codeField.current?.value ?? ''
          if (codeField.current) codeField.current.value = ''
          void take(text)
        }}
      >
        <label className="field" htmlFor={`${ids}code`}>
          <span className="field-label">{t('scan')}</span>
          <span className="field-hint">{t('scanHint')}</span>
        </label>
        <div className="flex gap-3">
          <input id={`${ids}code`} ref={codeField} className="input grow" autoComplete="off" enterKeyHint="enter" />
          <Button look="quiet">{t('addCode')}</Button>
        </div>
      </form>
      <CodeScanner onText={(text) => void take(text)} />
      <div className="grid gap-2">
        <label className="field" htmlFor={`${ids}name`}>
          <span className="field-label">{t('find')}</span>
        </label>
        <input
          id={`${ids}name`}
          className="input"
          type="search"
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
        <ul className="work-list max-h-80 overflow-y-auto" tabIndex={-1}>
          {found.map((goods) => (
            <li key={goods.variantId} className="work-line flex flex-wrap items-center justify-between gap-2">
              <div className="min-w-0">
                <p className="font-semibold">{nameOf(goods)}</p>
                <StarBadge state={badgeState(goods.badge)} />
                <p className="tabular text-sm text-muted">
                  {money(goods.price ?? 0)} · {t('left', { count: goods.quantity })}
                </p>
              </div>
              <button type="button" className={buttonClass('quiet', false)} onClick={() => put(goods, null, null)}>
                {t('add')} <span className="sr-only">{nameOf(goods)}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
      <section className="grid gap-3" aria-labelledby={`${ids}basket`}>
        <h2 id={`${ids}basket`}>{t('basket')}</h2>
        {lines.length === 0 ? <p>{t('basketEmpty')}</p> : null}
        <ul className="work-list">
          {lines.map((line, at) => (
            <li
              key={`${line.goods.variantId} ${line.lotNo}`}
              className="work-line flex flex-wrap items-center justify-between gap-3"
            >
              <p className="min-w-0 grow">
                {nameOf(line.goods)}
                {line.lotNo ? ` (${t('lot')} ${line.lotNo})` : ''}
              </p>
              <label className="inline-flex items-center gap-2">
                <span className="sr-only">
                  {t('quantity')} {nameOf(line.goods)}
                </span>
                <input
                  className="input w-20"
                  type="number"
                  min={Math.max(1, line.unitCodes.length)}
                  value={line.quantity}
                  onChange={(event) =>
                    setLines(
                      lines.with(at, {
                        ...line,
                        quantity: Math.max(1, line.unitCodes.length, Math.floor(Number(event.target.value)) || 1),
                      }),
                    )
                  }
                />
              </label>
              <span className="tabular">{money((line.goods.price ?? 0) * line.quantity)}</span>
              <button
                type="button"
                className={buttonClass('quiet', false)}
                onClick={() => setLines(lines.toSpliced(at, 1))}
              >
                {t('remove')} <span className="sr-only">{nameOf(line.goods)}</span>
              </button>
            </li>
          ))}
        </ul>
        <p className="flex justify-between text-lg font-semibold">
          <span>{t('total')}</span>
          <span className="tabular">{money(total)}</span>
        </p>
        <fieldset className="flex flex-wrap gap-4">
          <legend className="field-label">{t('method')}</legend>
          {(['cash', 'transfer'] as const).map((each) => (
            <label key={each} className="inline-flex min-h-11 items-center gap-2">
              <input type="radio" name={`${ids}method`} checked={method === each} onChange={() => setMethod(each)} />{' '}
              {t(each)}
            </label>
          ))}
        </fieldset>
        {method === 'cash' ? (
          <>
            <label className="field" htmlFor={`${ids}cash`}>
              <span className="field-label">{t('tendered')}</span>
            </label>
            <input
              id={`${ids}cash`}
              className="input"
              inputMode="numeric"
              value={tendered}
              onChange={(event) => setTendered(event.target.value)}
            />
            <p className="flex justify-between" aria-live="polite">
              <span>{t('change')}</span>
              <span className="tabular">{money(total === 0 ? 0 : Math.max(0, change))}</span>
            </p>
          </>
        ) : (
          <>
            {transfer.shown === null ? null : <TransferCode transfer={transfer.shown} />}
            {transfer.problem === null ? null : <p className="field-error">{transfer.problem}</p>}
            <label className="field" htmlFor={`${ids}bank`}>
              <span className="field-label">{t('bankReference')}</span>
              <span className="field-hint">{t('bankHint')}</span>
            </label>
            <input
              id={`${ids}bank`}
              className="input"
              maxLength={60}
              value={bankReference}
              onChange={(event) => setBankReference(event.target.value)}
            />
          </>
        )}
        {problem === null ? null : (
          <p className="field-error" role="alert">
            {problem}
          </p>
        )}
        <Button type="button" large onClick={() => void finish()}>
          {t('finish')}
        </Button>
        {done === null ? null : (
          <Notice kind="success" live>
            <p>{done.text}</p>
            {done.saleId === null ? null : (
              <a className="link inline-flex min-h-11 items-center" href={`/can-bo/trung-tam/hoa-don/${done.saleId}`}>
                {t('receipt')}
              </a>
            )}
          </Notice>
        )}
      </section>
    </fieldset>
  )
}

/** The VietQR code that the buyer scans, and the same in words. */
function TransferCode({ transfer: { bank, amount, content, qr } }: { transfer: CounterTransfer }) {
  const t = useT(centre)
  const locale = useLocale()
  return (
    <div className="grid gap-3 sm:grid-cols-[auto_1fr] sm:items-center">
      <QrCode
        code={qr}
        label={t('qrLabel', { amount: formatMoney(amount, locale), content })}
        className="w-56 justify-self-center"
      />
      <div className="grid gap-1">
        {bank.sample ? <p className="notice notice-warning">{t('qrSample')}</p> : null}
        <p>
          {bank.name} · <span className="tabular">{bank.account}</span>
          <br />
          {bank.accountName}
        </p>
        <p>
          {t('qrContent')}: <span className="tabular font-semibold">{content}</span>
        </p>
      </div>
    </div>
  )
}

/** The code to pay a sum by transfer; none for 0. `problem`: why there is none, in a sentence. */
function useTransfer(shopId: string, amount: number, away: string) {
  const [state, setState] = useState<{ shown: CounterTransfer | null; problem: string | null }>({
    shown: null,
    problem: null,
  })
  useEffect(() => {
    setState({ shown: null, problem: null })
    if (amount === 0) return
    const asking = new AbortController()
    const ask = async () => {
      const answer = await fetch(`/can-bo/trung-tam/${shopId}/vietqr?amount=${amount}`, { signal: asking.signal })
      const told = (await answer.json()) as { transfer?: CounterTransfer; sentence?: string }
      setState({ shown: told.transfer ?? null, problem: told.transfer ? null : (told.sentence ?? away) })
    }
    ask().catch(() => {
      if (!asking.signal.aborted) setState({ shown: null, problem: away })
    })
    return () => asking.abort()
  }, [shopId, amount, away])
  return state
}

function nameOf({ productTitle, variantTitle }: ShopGoods): string {
  return variantTitle === productTitle ? productTitle : `${productTitle}, ${variantTitle}`
}

/** Lower case without diacritics, to find by name without a Vietnamese keyboard. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase().trim()
}

/** The code in a label's link (`…/q/CODE`), or the text itself. */
function labelCode(text: string): string {
  return /\/q\/([^/?#]+)/.exec(text)?.[1] ?? text
}

/** The sales that wait on this device, and the sending of them: at once, when the network is back, and now and then. */
function useSales(shopId: string, seller: string, notKept: string) {
  const owner = `${seller} ${shopId}`
  const store = useRef<Promise<SaleStore | null> | null>(null)
  const [state, setState] = useState({ waiting: 0, offline: false, refused: null as string | null, queries: 0 })
  const busy = useRef(false)

  const post = useMemo(() => postSale(shopId), [shopId])
  const send = useRef(async () => {})
  send.current = async () => {
    const open = await store.current
    if (!open || busy.current) return
    busy.current = true
    try {
      const sent = await sendSales(open, owner, post)
      const left = await open.list(owner)
      setState((before) => ({
        waiting: left.length,
        offline: sent.away,
        refused: left.find(({ refused }) => refused !== null)?.refused ?? null,
        queries: before.queries + sent.queries,
      }))
    } finally {
      busy.current = false
    }
  }

  useEffect(() => {
    store.current ??= openSaleStore()
    const run = () => void send.current()
    const gone = () => setState((before) => ({ ...before, offline: true }))
    run()
    const timer = setInterval(run, RETRY_MS)
    window.addEventListener('online', run)
    window.addEventListener('offline', gone)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', run)
      window.removeEventListener('offline', gone)
    }
  }, [])

  /** Keeps a new sale on the device and sends it. One that the shop refuses while the buyer still stands there is not kept. */
  async function keep(sale: SaleDraft): Promise<SaleAnswer> {
    const open = await store.current
    await open?.put({ clientId: sale.clientId, owner, sale, refused: null })
    const answer = await post(sale)
    if (answer.kind === 'away') {
      const left = open ? (await open.list(owner)).length : 0
      setState((before) => ({ ...before, waiting: left, offline: true }))
      if (!open) return { kind: 'refused', sentence: notKept }
      return answer
    }
    await open?.remove(sale.clientId)
    setState((before) => ({ ...before, offline: false }))
    return answer
  }

  return { ...state, keep, send: () => send.current() }
}

function postSale(shopId: string) {
  return async (sale: SaleDraft): Promise<SaleAnswer> => {
    const answer = await fetch(`/can-bo/trung-tam/${shopId}/ban`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(sale),
      redirect: 'manual',
    }).catch(() => null)
    // A redirect is the way to sign in: the sale waits until somebody has.
    if (answer === null || answer.type === 'opaqueredirect' || answer.status >= 500 || answer.status === 401)
      return { kind: 'away' }
    const told = (await answer.json().catch(() => null)) as {
      state?: string
      saleId?: string
      sentence?: string
    } | null
    if (told === null) return { kind: 'away' }
    if (told.state === 'query') return { kind: 'query' }
    if (told.saleId) return { kind: 'booked', saleId: told.saleId }
    return { kind: 'refused', sentence: told.sentence ?? '' }
  }
}
