import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { INSPECTOR_APP, INSPECTOR_SIGN_IN, signOut } from '#app/lib/inspector/sign-in.server.ts'

export function loader() {
  return redirect(INSPECTOR_APP)
}

/** Forgets the session. The app's worker watches this address and forgets the page; records that wait are kept. */
export async function action({ request }: ActionFunctionArgs) {
  return redirect(`${INSPECTOR_SIGN_IN}?ra=1`, { status: 303, headers: await signOut(request) })
}
