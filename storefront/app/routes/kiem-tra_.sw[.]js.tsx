import worker from '#app/lib/inspector/worker.js?raw'

/** The worker of the inspectors' app; its place in the address is the reach it has. */
export function loader() {
  return new Response(worker, {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-cache' },
  })
}
