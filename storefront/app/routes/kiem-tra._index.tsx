import { redirect } from '@remix-run/node'

/** The app lives one level below, inside the reach of its worker. */
export function loader() {
  return redirect('/kiem-tra/tra')
}
