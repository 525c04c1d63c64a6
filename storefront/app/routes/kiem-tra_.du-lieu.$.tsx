import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { passToShop } from '#app/lib/inspector/pass-to-shop.server.ts'

/** The inspectors' API, for the app alone: its scripts never hold a token. */
export function loader(args: LoaderFunctionArgs) {
  return passToShop(args)
}

export function action(args: ActionFunctionArgs) {
  return passToShop(args)
}
