import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { returnPath } from '#app/lib/return-path.server.ts'
import { themeCookie } from '#app/lib/theme.server.ts'
import { isTheme } from '#app/lib/theme.ts'

export function loader() {
  return redirect('/')
}

/** Remembers the theme and goes back to the page the form stood on. An unknown theme changes nothing. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const theme = form.get('theme')
  const headers = isTheme(theme) ? { 'Set-Cookie': themeCookie(theme) } : undefined
  return redirect(returnPath(form.get('returnTo')), { status: 303, headers })
}
