import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { signOut } from '#app/lib/customer/sign-in.server.ts'
import { SIGN_IN_PATH } from '#app/lib/customer/sign-in-path.ts'

export function loader() {
  return redirect('/tai-khoan')
}

/** Forgets the session; the cart stays with the browser. */
export async function action({ request }: ActionFunctionArgs) {
  return redirect(`${SIGN_IN_PATH}?ra=1`, { status: 303, headers: await signOut(request) })
}
