import net from 'node:net'
import { StackError } from './stack-error.mjs'

/** The ports of a local stack, from the environment or their defaults (DESIGN: 3000, 9000, 9100, 54329, 9300). */
export function readPorts(env) {
  return {
    storefront: port(env, 'STOREFRONT_PORT', 3000),
    backend: port(env, 'BACKEND_PORT', 9000),
    traceability: port(env, 'TRACE_PORT', 9100),
    postgres: port(env, 'PG_PORT', 54329),
    vnpay: port(env, 'VNPAY_PORT', 9300),
  }
}

/** Refuses to go on while a port is taken, naming the port and the variable that moves it. */
export async function requireFree(port, variable) {
  if (!(await isFree(port)))
    throw new StackError(
      `Port ${port} is already in use by another program.`,
      `Stop that program, or choose another port: ${variable}=${port + 1} npm start`,
    )
}

/** A free loopback port, chosen by the system. */
export async function freePort() {
  const server = net.createServer()
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve))
  const { port } = server.address()
  await new Promise((resolve) => server.close(resolve))
  return port
}

function isFree(port) {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}

function port(env, variable, fallback) {
  const raw = env[variable]
  if (raw === undefined || raw === '') return fallback
  const value = Number(raw)
  if (!Number.isInteger(value) || value < 1 || value > 65_535)
    throw new StackError(`${variable} is “${raw}”, which is not a port.`, 'Give a number from 1 to 65535.')
  return value
}
