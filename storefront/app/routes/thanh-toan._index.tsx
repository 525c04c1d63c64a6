import { redirect } from '@remix-run/node'

/** The checkout begins with the delivery. */
export function loader() {
  return redirect('/thanh-toan/giao-hang')
}
