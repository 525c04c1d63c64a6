import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { signOut } from '#app/lib/producer/sign-in.server.ts'
import { SIGN_IN_PATH } from '#app/lib/producer/sign-in-path.ts'

export function loader() {
  return redirect('/chu-the/lo')
}

/** Forgets the session. What the phone keeps of the pages goes with it: the journal's worker watches this address. */
export async function action({ request }: ActionFunctionArgs) {
  return redirect(`${SIGN_IN_PATH}?ra=1`, { status: 303, headers: await signOut(request) })
}
