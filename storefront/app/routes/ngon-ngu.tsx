import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { localeCookie } from '#app/i18n/locale.server.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { returnPath } from '#app/lib/return-path.server.ts'

export function loader() {
  return redirect('/')
}

/** Remembers the language and goes back to the page the form stood on. An unknown language changes nothing. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const lang = form.get('lang')
  const headers = isLocale(lang) ? { 'Set-Cookie': localeCookie(lang) } : undefined
  return redirect(returnPath(form.get('returnTo')), { status: 303, headers })
}
