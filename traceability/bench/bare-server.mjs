// The peer of the verify benchmark: the least a Node service can do for a scan. One prepared primary-key look-up through
// `pg` and a JSON answer, with as many connections as ours, and nothing else.
import http from 'node:http'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
const text = 'select id, code, body from bench_unit where id = $1'

const server = http.createServer(async (request, response) => {
  const id = Number(request.url.slice('/unit/'.length))
  const { rows } = await pool.query({ name: 'unit', text, values: [id] })
  const body = JSON.stringify(rows[0] ?? null)
  response.writeHead(rows[0] ? 200 : 404, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  })
  response.end(body)
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`${JSON.stringify({ port: server.address().port })}\n`))
process.on('SIGTERM', () => {
  server.close(() => pool.end().then(() => process.exit(0)))
  server.closeAllConnections()
})
