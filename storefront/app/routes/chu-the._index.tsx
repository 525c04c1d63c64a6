import { redirect } from '@remix-run/node'

/** A producer's work begins with the lot book. */
export function loader() {
  return redirect('/chu-the/lo')
}
