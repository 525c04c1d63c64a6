import type { LoaderFunctionArgs } from '@remix-run/node'
import { dossierIntake } from '#app/i18n/dossier-intake.ts'
import type { OfficialClient } from '#app/lib/official/require-official.server.ts'
import type { PageHead } from '#app/lib/page-meta.ts'
import { deskHead } from '#app/lib/producer/desk-head.server.ts'
import { requestContext, serverT } from '#app/lib/request-context.server.ts'
import { pageData } from '#app/lib/shop-page.server.ts'
import type { OfficialDossier } from './types.ts'

/** The path of a dossier at the backend, for officials. */
export function officialDossierApi(id: string | undefined, what = ''): `/official/${string}` {
  return `/official/dossiers/${encodeURIComponent(id ?? '')}${what === '' ? '' : `/${what}`}`
}

/** A dossier of the official's places, for a page. Throws the page's 404 or 503. */
export function readOfficialDossier(official: OfficialClient, id: string | undefined): Promise<OfficialDossier> {
  return pageData(official.ask<OfficialDossier>(officialDossierApi(id)))
}

/** The head of an officials' dossier page. */
export function officialDossierHead(args: LoaderFunctionArgs, title: string): PageHead {
  const context = requestContext(args)
  return deskHead(context, new URL(args.request.url).pathname, title, serverT(context, dossierIntake)('lead'))
}
