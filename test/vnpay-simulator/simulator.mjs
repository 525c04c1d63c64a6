// A payment gateway on this machine that behaves as VNPay's documents say, with faults on demand. See README.md.
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import { BANKS, CARDS, OTP } from './banks.mjs'
import { cardPage, errorPage, methodPage, otpPage } from './pages.mjs'
import {
  moment,
  momentMs,
  QUERY_ANSWER,
  QUERY_REQUEST,
  REFUND_ANSWER,
  REFUND_REQUEST,
  sameHash,
  signFields,
  signQuery,
} from './sign.mjs'

const RETRIES = 10
const RETRY_MS = 5 * 60_000
const REFUND_STEP_MS = 60_000
const IPN_TIMEOUT_MS = 15_000
const OTP_TRIES = 3

/** How the gateway behaves unless told otherwise (`POST /control/settings`). */
export const DEFAULTS = {
  /** `ipn_first`, `return_first`, `both` */
  order: 'ipn_first',
  lost: false,
  /** More IPNs of the same content after the first was answered. */
  duplicates: 0,
  /** Seconds (unscaled) before the first IPN. */
  delaySeconds: 0,
  /** Whole đồng added to the amount that the IPN names. */
  amountDelta: 0,
  badHash: false,
  /** A notice of failure (24) before the success. */
  failureFirst: false,
  /** No answer at the merchant API (503). */
  outage: false,
  /** `signed`, `unsigned`, `forged`: signatures of the merchant API. `forged` also claims that all is paid and refunded. */
  answers: 'signed',
  /** `paid`: 05, 06, then 00. `refused`: ends at 09. `error`: code 99. */
  refunds: 'paid',
}

/**
 * In: the terminal, where IPNs go, how many times faster than real the clock of retries and refunds runs, and a file that keeps
 * transactions over a restart. Out: `{ listen(port), close() }`. Throws with NODE_ENV=production.
 */
export function createSimulator({ tmnCode, secret, ipnUrl, clockScale = 1, stateFile = null }) {
  if (process.env.NODE_ENV === 'production') throw new Error('The VNPay simulator never runs with NODE_ENV=production.')
  const state = { transactions: [], nextNo: 14_000_000, ...readState(stateFile) }
  const settings = { ...DEFAULTS, clockScale, ipnUrl }
  const log = []
  const requests = new Map()
  const timers = new Set()
  let offset = 0
  let closed = false

  const now = () => Date.now() + offset
  const note = (what, more = {}) => {
    log.push({ at: new Date(now()).toISOString(), what, ...more })
    if (log.length > 5_000) log.shift()
  }
  const save = () => {
    if (!stateFile) return
    writeFileSync(`${stateFile}.tmp`, JSON.stringify(state), { mode: 0o600 })
    renameSync(`${stateFile}.tmp`, stateFile)
  }
  const later = (ms, work) => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      if (!closed) void work()
    }, ms)
    timers.add(timer)
  }
  const find = (reference) =>
    state.transactions.findLast((each) => each.params.vnp_TxnRef === reference && each.status !== 'shown')
  const byToken = (token) => state.transactions.find((each) => each.token === token)

  // --- paying -------------------------------------------------------------------------------------------------------------------

  function openPayment(params) {
    const refuse = (code, text) => ({ code, text })
    if (!sameHash(params.vnp_SecureHash, signQuery(params, secret))) return refuse('70', 'Sai chữ ký (vnp_SecureHash).')
    if (params.vnp_TmnCode !== tmnCode) return refuse('02', 'Mã website (vnp_TmnCode) không tồn tại.')
    if (params.vnp_Version !== '2.1.0' || params.vnp_Command !== 'pay' || params.vnp_CurrCode !== 'VND')
      return refuse('03', 'Dữ liệu gửi sang không đúng định dạng.')
    if (!/^[1-9]\d{2,11}$/.test(params.vnp_Amount ?? '') || !params.vnp_Amount.endsWith('00'))
      return refuse('04', 'Số tiền không hợp lệ.')
    if (
      !/^[A-Za-z0-9]{1,100}$/.test(params.vnp_TxnRef ?? '') ||
      !/^[A-Za-z0-9 ]{1,255}$/.test(params.vnp_OrderInfo ?? '')
    )
      return refuse('03', 'Mã đơn hàng hoặc nội dung không đúng định dạng.')
    if (!params.vnp_ReturnUrl || !URL.canParse(params.vnp_ReturnUrl) || !params.vnp_IpAddr)
      return refuse('03', 'Thiếu ReturnUrl hoặc địa chỉ IP.')
    const created = momentMs(params.vnp_CreateDate)
    const expires = params.vnp_ExpireDate ? momentMs(params.vnp_ExpireDate) : created + 15 * 60_000
    if (Number.isNaN(created) || Number.isNaN(expires) || Math.abs(created - now()) > 24 * 3600_000)
      return refuse('03', 'Thời gian gửi sang không đúng (GMT+7).')
    if (expires <= now()) return refuse('15', 'Giao dịch đã quá thời gian chờ thanh toán.')
    const day = params.vnp_CreateDate.slice(0, 8)
    const earlier = state.transactions.find(
      (each) => each.params.vnp_TxnRef === params.vnp_TxnRef && each.params.vnp_CreateDate.slice(0, 8) === day,
    )
    if (earlier && (earlier.status !== 'shown' || earlier.params.vnp_Amount !== params.vnp_Amount))
      return refuse('01', 'Giao dịch đã tồn tại.')
    if (earlier) return { transaction: earlier }
    const transaction = {
      token: randomBytes(16).toString('hex'),
      params,
      amount: Number(params.vnp_Amount) / 100,
      expires,
      status: 'shown',
      bank: 'NCB',
      otpTries: 0,
      refunds: [],
    }
    state.transactions.push(transaction)
    save()
    note('pay page', { reference: params.vnp_TxnRef })
    return { transaction }
  }

  /** Ends a payment. Out: where the buyer goes; IPNs are on their way as the settings say. */
  async function settle(transaction, code) {
    const [responseCode, status] =
      code === 'reversed' ? ['99', '04'] : code === '07' ? ['07', '07'] : code === '00' ? ['00', '00'] : [code, '02']
    state.nextNo += 1
    const debited = ['00', '04', '07'].includes(status)
    Object.assign(transaction, {
      status,
      responseCode,
      transactionNo: debited ? String(state.nextNo) : '0',
      paidAt: moment(now()),
      settings: { ...settings },
    })
    save()
    note('settled', { reference: transaction.params.vnp_TxnRef, responseCode, status })
    const { order, lost } = transaction.settings
    const deliver = () => deliverNotices(transaction)
    if (!lost) {
      if (order === 'ipn_first' && transaction.settings.delaySeconds === 0) await deliver()
      else if (order === 'return_first') later(1_500 / Math.max(1, Math.min(settings.clockScale, 3)), deliver)
      else void deliver()
    }
    return returnAddress(transaction)
  }

  function noticeOf(transaction, code = transaction.responseCode, status = transaction.status) {
    const { params } = transaction
    return {
      vnp_Amount: params.vnp_Amount,
      vnp_BankCode: transaction.bank,
      vnp_BankTranNo: transaction.transactionNo === '0' ? '' : `VNP${transaction.transactionNo}`,
      vnp_CardType: transaction.bank === 'VNPAYQR' ? 'QRCODE' : 'ATM',
      vnp_OrderInfo: params.vnp_OrderInfo,
      vnp_PayDate: transaction.paidAt,
      vnp_ResponseCode: code,
      vnp_TmnCode: tmnCode,
      vnp_TransactionNo: transaction.transactionNo,
      vnp_TransactionStatus: status,
      vnp_TxnRef: params.vnp_TxnRef,
    }
  }

  const signed = (notice) => ({ ...notice, vnp_SecureHash: signQuery(notice, secret) })

  function returnAddress(transaction) {
    const address = new URL(transaction.params.vnp_ReturnUrl)
    for (const [name, value] of Object.entries(signed(noticeOf(transaction))))
      if (value !== '') address.searchParams.append(name, value)
    return address.href
  }

  async function deliverNotices(transaction) {
    const { duplicates, delaySeconds, amountDelta, badHash, failureFirst } = transaction.settings
    if (delaySeconds > 0) {
      later((delaySeconds * 1000) / settings.clockScale, () =>
        deliverNotices({ ...transaction, settings: { ...transaction.settings, delaySeconds: 0 } }),
      )
      return
    }
    if (failureFirst && transaction.status === '00')
      await call(signed({ ...noticeOf(transaction, '24', '02'), vnp_TransactionNo: '0', vnp_BankTranNo: '' }), 1, false)
    const notice = signed({
      ...noticeOf(transaction),
      vnp_Amount: String(Number(transaction.params.vnp_Amount) + amountDelta * 100),
    })
    if (badHash) notice.vnp_SecureHash = notice.vnp_SecureHash.replace(/^./, (sign) => (sign === '0' ? '1' : '0'))
    await call(notice, 1, true)
    for (let i = 0; i < duplicates; i += 1) await call(notice, 1, false)
  }

  /** One IPN by GET. VNPay stops at 00 and 02 and calls again otherwise, ten times at most. */
  async function call(notice, attempt, repeat) {
    const address = new URL(settings.ipnUrl)
    for (const [name, value] of Object.entries(notice)) if (value !== '') address.searchParams.append(name, value)
    let answer = 'no answer'
    try {
      const response = await fetch(address, { signal: AbortSignal.timeout(IPN_TIMEOUT_MS) })
      const body = await response.json().catch(() => ({}))
      answer = response.status === 200 ? String(body.RspCode ?? 'no code') : `HTTP ${response.status}`
    } catch (error) {
      answer = error.message
    }
    note('ipn', { reference: notice.vnp_TxnRef, code: notice.vnp_ResponseCode, attempt, answer })
    if (repeat && answer !== '00' && answer !== '02' && attempt < RETRIES)
      later(RETRY_MS / settings.clockScale, () => call(notice, attempt + 1, true))
    return answer
  }

  // --- merchant API -----------------------------------------------------------------------------------------------------------

  function merchantApi(body) {
    const isRefund = body.vnp_Command === 'refund'
    const names = isRefund ? REFUND_REQUEST : QUERY_REQUEST
    const base = {
      vnp_ResponseId: randomBytes(16).toString('hex'),
      vnp_Command: body.vnp_Command,
      vnp_TmnCode: tmnCode,
      vnp_TxnRef: body.vnp_TxnRef ?? '',
    }
    const refuse = (code, message) => ({ ...base, vnp_ResponseCode: code, vnp_Message: message })
    if (!['querydr', 'refund'].includes(body.vnp_Command) || body.vnp_Version !== '2.1.0')
      return refuse('03', 'Invalid request')
    if (body.vnp_TmnCode !== tmnCode) return refuse('02', 'Invalid TmnCode')
    if (
      names.some(
        (name) => typeof body[`vnp_${name}`] !== 'string' || (body[`vnp_${name}`] === '' && name !== 'TransactionNo'),
      )
    )
      return refuse('03', 'Invalid data format')
    if (!sameHash(body.vnp_SecureHash, signFields(body, names, secret))) return refuse('97', 'Invalid checksum')
    if (requests.has(body.vnp_RequestId)) return refuse('94', 'Duplicate request')
    if (isRefund && settings.refunds === 'error') return refuse('99', 'Unknown error')
    const transaction = find(body.vnp_TxnRef)
    if (!transaction || transaction.params.vnp_CreateDate !== body.vnp_TransactionDate)
      return refuse('91', 'Order not found')
    requests.set(body.vnp_RequestId, now())
    return isRefund ? refund(transaction, body, base, refuse) : query(transaction, base)
  }

  function query(transaction, base) {
    const latest = transaction.refunds.at(-1)
    const details = {
      ...base,
      vnp_ResponseCode: '00',
      vnp_Message: 'QueryDR Success',
      vnp_BankCode: transaction.bank,
      vnp_PayDate: transaction.paidAt,
      vnp_OrderInfo: transaction.params.vnp_OrderInfo,
      vnp_PromotionCode: '',
      vnp_PromotionAmount: '',
    }
    if (latest)
      return {
        ...details,
        vnp_Amount: String(latest.amount * 100),
        vnp_TransactionNo: latest.transactionNo,
        vnp_TransactionType: latest.type,
        vnp_TransactionStatus: statusOf(latest),
      }
    return {
      ...details,
      vnp_Amount: transaction.params.vnp_Amount,
      vnp_TransactionNo: transaction.transactionNo,
      vnp_TransactionType: '01',
      vnp_TransactionStatus: transaction.status,
    }
  }

  function refund(transaction, body, base, refuse) {
    const amount = Number(body.vnp_Amount) / 100
    const before = transaction.refunds
      .filter((each) => statusOf(each) !== '09')
      .reduce((sum, each) => sum + each.amount, 0)
    if (transaction.status !== '00') return refuse('95', 'Transaction was not successful')
    if (
      !/^[1-9]\d{2,11}$/.test(body.vnp_Amount) ||
      (body.vnp_TransactionNo !== '' && body.vnp_TransactionNo !== transaction.transactionNo)
    )
      return refuse('03', 'Invalid data format')
    if (before + amount > transaction.amount || (body.vnp_TransactionType === '02' && amount !== transaction.amount))
      return refuse('95', 'Refund amount is not allowed')
    if (!['02', '03'].includes(body.vnp_TransactionType)) return refuse('03', 'Invalid transaction type')
    state.nextNo += 1
    const made = {
      amount,
      type: body.vnp_TransactionType,
      requestId: body.vnp_RequestId,
      transactionNo: String(state.nextNo),
      at: now(),
      ends: settings.refunds,
    }
    transaction.refunds.push(made)
    save()
    note('refund', { reference: body.vnp_TxnRef, amount })
    return {
      ...base,
      vnp_ResponseCode: '00',
      vnp_Message: 'Refund request accepted',
      vnp_Amount: body.vnp_Amount,
      vnp_BankCode: transaction.bank,
      vnp_PayDate: moment(now()),
      vnp_TransactionNo: made.transactionNo,
      vnp_TransactionType: made.type,
      vnp_TransactionStatus: '05',
      vnp_OrderInfo: body.vnp_OrderInfo,
    }
  }

  /** 05 at VNPay, 06 at the bank, then 00 or 09. */
  function statusOf({ at, ends }) {
    const steps = Math.floor(((now() - at) * settings.clockScale) / REFUND_STEP_MS)
    if (steps < 1) return '05'
    if (steps < 2) return '06'
    return ends === 'refused' ? '09' : '00'
  }

  function answerApi(body) {
    const answer = merchantApi(body)
    const names = body.vnp_Command === 'refund' ? REFUND_ANSWER : QUERY_ANSWER
    if (settings.answers === 'unsigned') return answer
    if (settings.answers === 'forged') {
      const lie = {
        ...answer,
        vnp_ResponseCode: '00',
        vnp_TransactionStatus: '00',
        vnp_TransactionType: answer.vnp_TransactionType ?? '01',
        vnp_Amount: answer.vnp_Amount ?? find(body.vnp_TxnRef)?.params.vnp_Amount ?? '10000000',
        vnp_TransactionNo: '999',
      }
      return { ...lie, vnp_SecureHash: signFields(lie, names, 'another secret') }
    }
    return { ...answer, vnp_SecureHash: signFields(answer, names, secret) }
  }

  // --- HTTP -----------------------------------------------------------------------------------------------------------------------

  const CODE_OF = { timeout: '11', suspicion: '07', maintenance: '75', reversed: 'reversed' }

  async function handle(request, response) {
    const url = new URL(request.url, 'http://127.0.0.1')
    const send = (status, type, body, headers = {}) =>
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...headers }).end(body)
    const html = (text, status = 200) => send(status, 'text/html; charset=utf-8', text)
    const json = (value, status = 200) => send(status, 'application/json', JSON.stringify(value))
    const go = (address) => send(303, 'text/plain', '', { location: address })
    const name = `${request.method} ${url.pathname}`
    if (name === 'GET /health') return json({ status: 'ok' })
    if (name === 'GET /paymentv2/vpcpay.html') {
      const opened = openPayment(Object.fromEntries(url.searchParams))
      return opened.transaction ? html(methodPage(opened.transaction)) : html(errorPage(opened.code, opened.text), 400)
    }
    const [, step] = /^POST \/paymentv2\/Transaction\/(Bank|Card|Otp|Cancel)\.html$/.exec(name) ?? []
    if (step) {
      const transaction = byToken(url.searchParams.get('token'))
      if (!transaction) return html(errorPage('91', 'Không tìm thấy giao dịch.'), 404)
      // A second click, or the browser's way back, meets what was decided.
      if (transaction.status !== 'shown') return go(returnAddress(transaction))
      if (transaction.expires <= now()) return go(await settle(transaction, '11'))
      const fields = new URLSearchParams(await read(request))
      if (step === 'Cancel') return go(await settle(transaction, '24'))
      if (step === 'Bank') {
        transaction.bank = BANKS.find(({ code }) => code === fields.get('bank'))?.code ?? 'NCB'
        return html(cardPage(transaction))
      }
      if (step === 'Card') {
        const code = CARDS.find(({ number }) => number === fields.get('card'))?.code ?? CODE_OF[fields.get('card')]
        if (!code) return html(cardPage(transaction, 'Hãy chọn một thẻ.'))
        return code === '00' ? html(otpPage(transaction)) : go(await settle(transaction, code))
      }
      if ((fields.get('otp') ?? '').trim() === OTP) return go(await settle(transaction, '00'))
      transaction.otpTries += 1
      return transaction.otpTries >= OTP_TRIES
        ? go(await settle(transaction, '13'))
        : html(otpPage(transaction, 'Mã OTP chưa đúng. Hãy nhập lại.'))
    }
    if (name === 'POST /merchant_webapi/api/transaction') {
      if (settings.outage) return send(503, 'text/plain', 'unavailable')
      const body = parseJson(await read(request))
      if (!body) return json({ vnp_ResponseCode: '03', vnp_Message: 'Invalid JSON' })
      const answer = answerApi(body)
      note(String(body.vnp_Command), {
        reference: body.vnp_TxnRef,
        code: answer.vnp_ResponseCode,
        status: answer.vnp_TransactionStatus,
      })
      return json(answer)
    }
    if (name === 'POST /qrpayauth/api/merchant/get_bank_list')
      return json(
        BANKS.map(({ code, name: bankName }) => ({
          bank_code: code,
          bank_name: bankName,
          logo_link: '',
          bank_type: 1,
          display_order: 1,
        })),
      )
    return (await control(name, request, json)) ?? send(404, 'text/plain', 'not found')
  }

  async function control(name, request, json) {
    if (!name.includes(' /control/')) return null
    if (name === 'GET /control/log') return json(log)
    if (name === 'GET /control/transactions')
      return json(
        state.transactions.map((each) => ({
          ...each,
          refunds: each.refunds.map((one) => ({ ...one, status: statusOf(one) })),
        })),
      )
    if (name === 'GET /control/settings') return json(settings)
    const body = parseJson(await read(request)) ?? {}
    if (name === 'POST /control/settings') {
      const unknown = Object.keys(body).find((key) => !(key in settings))
      if (unknown) return json({ error: `There is no setting ${unknown}.` }, 400)
      return json(Object.assign(settings, body))
    }
    if (name === 'POST /control/reset') return json(Object.assign(settings, DEFAULTS))
    if (name === 'POST /control/clock') {
      offset += Number(body.advanceSeconds ?? 0) * 1000
      if (body.scale) settings.clockScale = Number(body.scale)
      return json({ now: new Date(now()).toISOString(), scale: settings.clockScale })
    }
    // Pays without a browser: the pay address and an outcome (a code of the documents, or `reversed`).
    if (name === 'POST /control/pay') {
      const opened = openPayment(Object.fromEntries(new URL(body.payUrl).searchParams))
      if (!opened.transaction) return json(opened, 400)
      return json({ returnUrl: await settle(opened.transaction, String(body.outcome ?? '00')) })
    }
    // Calls the IPN with a notice about a transaction that exists or not, changed at will. Out: RspCode.
    if (name === 'POST /control/ipn') {
      const { reference, change = {}, badHash = false } = body
      const transaction = find(reference)
      const notice = signed({
        ...(transaction ? noticeOf(transaction) : { vnp_TmnCode: tmnCode, vnp_TxnRef: reference }),
        ...change,
      })
      if (badHash) notice.vnp_SecureHash = '0'.repeat(128)
      return json({ answer: await call(notice, 1, false) })
    }
    return null
  }

  const server = http.createServer((request, response) => {
    handle(request, response).catch((error) => {
      note('error', { message: error.message })
      if (!response.headersSent) response.writeHead(500).end()
    })
  })
  return {
    listen: (port) =>
      new Promise((resolve, reject) => {
        server.once('error', reject)
        // Nobody but this machine: what it says is money to the shop.
        server.listen(port, '127.0.0.1', () => resolve(server.address().port))
      }),
    close: () => {
      closed = true
      for (const timer of timers) clearTimeout(timer)
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

function readState(file) {
  if (!file || !existsSync(file)) return {}
  return parseJson(readFileSync(file, 'utf8')) ?? {}
}

function parseJson(text) {
  try {
    const value = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : null
  } catch {
    return null
  }
}

async function read(request) {
  let text = ''
  for await (const chunk of request) {
    text += chunk
    if (text.length > 100_000) throw new Error('too large')
  }
  return text
}
