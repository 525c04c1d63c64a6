import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { OFFICIAL_HOME, OFFICIAL_SIGN_IN } from '#app/lib/official/paths.ts'
import { signOut } from '#app/lib/official/sign-in.server.ts'

export function loader() {
  return redirect(OFFICIAL_HOME)
}

/** Forgets the session. */
export async function action({ request }: ActionFunctionArgs) {
  return redirect(`${OFFICIAL_SIGN_IN}?ra=1`, { status: 303, headers: await signOut(request) })
}
