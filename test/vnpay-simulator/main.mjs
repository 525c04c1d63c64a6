#!/usr/bin/env node
// Runs the simulator. `npm start` does; by hand: VNPAY_TMN_CODE=… VNPAY_HASH_SECRET=… VNPAY_IPN_URL=… node test/vnpay-simulator/main.mjs
import { createSimulator } from './simulator.mjs'

const {
  VNPAY_PORT = '9300',
  VNPAY_TMN_CODE,
  VNPAY_HASH_SECRET,
  VNPAY_IPN_URL,
  VNPAY_CLOCK_SCALE = '60',
  VNPAY_STATE_FILE,
} = process.env
for (const [name, value] of Object.entries({ VNPAY_TMN_CODE, VNPAY_HASH_SECRET, VNPAY_IPN_URL }))
  if (!value) {
    console.error(`${name} is missing: the simulator needs the terminal, its secret and where to call.`)
    process.exit(1)
  }

const simulator = createSimulator({
  tmnCode: VNPAY_TMN_CODE,
  secret: VNPAY_HASH_SECRET,
  ipnUrl: VNPAY_IPN_URL,
  clockScale: Number(VNPAY_CLOCK_SCALE),
  stateFile: VNPAY_STATE_FILE || null,
})
const port = await simulator.listen(Number(VNPAY_PORT))
console.log(`The VNPay simulator listens on http://127.0.0.1:${port}`)
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => void simulator.close().then(() => process.exit(0)))
