// Sends the bytes it was handed, and nothing else: the floor that a page is measured against.
import http from 'node:http'

process.once('message', ({ body, type }) => {
  const bytes = Buffer.from(body, 'base64')
  const server = http.createServer((_, response) => {
    response.writeHead(200, { 'content-type': type, 'content-length': bytes.length })
    response.end(bytes)
  })
  server.listen(0, '127.0.0.1', () => process.send(server.address().port))
})
