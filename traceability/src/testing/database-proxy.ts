import { connect, createServer, type Socket } from 'node:net'

export interface DatabaseProxy {
  /** The database's URL through the proxy. */
  url: string
  /** From now on nothing passes and nothing is answered, on old connections and new ones; as a pulled cable does. */
  silence(): void
  /** From now on connections are cut and refused by closing; as a server that is shut down does. */
  cut(): void
  /** Everything passes again. Connections silenced before stay dead. */
  restore(): void
  close(): Promise<void>
}

/** A TCP proxy in front of PostgreSQL that can be made to fail in the ways networks do. */
export async function databaseProxy(databaseUrl: string): Promise<DatabaseProxy> {
  const target = new URL(databaseUrl)
  let mode: 'pass' | 'silent' | 'cut' = 'pass'
  const sockets = new Set<Socket>()

  const server = createServer((client) => {
    sockets.add(client)
    client.on('error', () => undefined)
    client.on('close', () => sockets.delete(client))
    if (mode === 'cut') return void client.destroy()
    if (mode === 'silent') return
    const upstream = connect(Number(target.port || 5432), target.hostname)
    sockets.add(upstream)
    upstream.on('error', () => client.destroy())
    upstream.on('close', () => {
      sockets.delete(upstream)
      client.destroy()
    })
    client.on('close', () => upstream.destroy())
    client.on('data', (data) => mode === 'pass' && upstream.write(data))
    upstream.on('data', (data) => mode === 'pass' && client.write(data))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const url = new URL(databaseUrl)
  url.hostname = '127.0.0.1'
  url.port = String(typeof address === 'object' && address ? address.port : 0)
  const destroyAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: url.href,
    silence() {
      mode = 'silent'
    },
    cut() {
      mode = 'cut'
      destroyAll()
    },
    restore() {
      mode = 'pass'
    },
    close() {
      destroyAll()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
