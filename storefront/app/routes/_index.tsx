import { pageHeaders } from '#app/lib/page-headers.server.ts'

export const headers = pageHeaders('catalogue')

export default function Home() {
  return (
    <div className="wrap">
      <h1>Sao Làng</h1>
    </div>
  )
}
