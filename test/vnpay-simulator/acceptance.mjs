#!/usr/bin/env node
// The seven acceptance cases of VNPay's test console, against the shop that a run.json names.
// node test/vnpay-simulator/acceptance.mjs [.data/run.json] <pay address of an open attempt> <pay address of another>
// The first is paid, the second fails. A pay address is what POST /store/order-groups/:id/payments answers as redirectUrl.
import { readFileSync } from 'node:fs'

const args = process.argv.slice(2)
const runFile = args[0]?.endsWith('.json') ? args.shift() : '.data/run.json'
const [good, bad] = args
if (!good || !bad) {
  console.error('Give two pay addresses: one to be paid and one to fail. See the head of this file.')
  process.exit(2)
}
const { vnpaySimulator } = JSON.parse(readFileSync(runFile, 'utf8'))
if (!vnpaySimulator) {
  console.error(`${runFile} names no simulator: this marketplace runs with a real terminal.`)
  process.exit(2)
}

const control = async (name, body) => {
  const answer = await fetch(`${vnpaySimulator}/control/${name}`, { method: 'POST', body: JSON.stringify(body) })
  return await answer.json()
}
const referenceOf = (payUrl) => new URL(payUrl).searchParams.get('vnp_TxnRef')
const ipn = async (reference, more = {}) => (await control('ipn', { reference, ...more })).answer
const wrong = { change: { vnp_Amount: '100' } }

await control('reset', {})
await control('settings', { lost: true })
await control('pay', { payUrl: good })
await control('pay', { payUrl: bad, outcome: '24' })
const one = referenceOf(good)
const two = referenceOf(bad)
const cases = [
  ['bad checksum', '97', await ipn(one, { badHash: true })],
  ['unknown order', '01', await ipn('NOSUCHORDER1', wrong)],
  ['wrong amount', '04', await ipn(one, wrong)],
  ['exception', '99', await ipn(one, { change: { vnp_TransactionNo: '0' } })],
  ['paid order', '00', await ipn(one)],
  ['already confirmed', '02', await ipn(one)],
  ['failed payment', '00', await ipn(two)],
]
await control('reset', {})
let failed = 0
for (const [name, wanted, given] of cases) {
  if (given !== wanted) failed += 1
  console.log(`${given === wanted ? 'passed' : 'FAILED'}  ${name.padEnd(18)} RspCode ${given} (wanted ${wanted})`)
}
console.log(`${cases.length - failed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
