import latin400 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2?url'
import vietnamese400 from '@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff2?url'
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useMatches,
  useNavigation,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import { type ComponentType, type ReactNode, useContext, useEffect, useRef } from 'react'
import { DeskFooter } from './components/desk/desk-footer.tsx'
import { DeskHeader } from './components/desk/desk-header.tsx'
import { ErrorPage, errorWords } from './components/error-page.tsx'
import { InspectorHeader } from './components/inspector/inspector-header.tsx'
import { SiteFooter } from './components/site-footer.tsx'
import { SiteHeader } from './components/site-header.tsx'
import type { Locale } from './i18n/locale.ts'
import { translator } from './i18n/messages.ts'
import { shell } from './i18n/shell.ts'
import { LocaleContext } from './i18n/use-locale.ts'
import { NonceContext } from './lib/nonce.ts'
import { pageHeaders } from './lib/page-headers.server.ts'
import { requestContext } from './lib/request-context.server.ts'
import { themeOf } from './lib/theme.server.ts'
import stylesheet from './styles/app.css?url'

/** What a route says of its page. With `scripts: false` it is plain HTML. */
export interface PageHandle {
  scripts?: boolean
  /** For places of work: their own head in place of the shop's. */
  frame?: 'desk' | 'inspector'
  /** A place of work that brings its own head, so that no other page loads it. */
  head?: ComponentType<{ locale: Locale }>
}

export const links: LinksFunction = () => [
  { rel: 'preload', href: vietnamese400, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'preload', href: latin400, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'stylesheet', href: stylesheet },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

/** Whatever forgets to say how long it may be kept is not kept. */
export const headers = pageHeaders('never')

/** Pages say their own title; this one stands over the error page, whose boundary is here. */
export const meta: MetaFunction<typeof loader> = ({ data, error }) => {
  const t = translator(data?.locale ?? 'vi', shell)
  const title = error ? t(errorWords(error).words[0]) : t('tagline')
  return [{ title: `${title} · Sao Làng` }, ...(error ? [{ name: 'robots', content: 'noindex' }] : [])]
}

export function loader(args: LoaderFunctionArgs) {
  const { locale, requestId } = requestContext(args)
  return { locale, requestId, theme: themeOf(args.request) }
}

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root')
  const nonce = useContext(NonceContext)
  const handles = useMatches().map((match) => match.handle as PageHandle | undefined)
  const scripts = handles.every((handle) => handle?.scripts !== false)
  const frame = handles.find((handle) => handle?.frame)?.frame
  const Head = handles.find((handle) => handle?.head)?.head
  const locale = data?.locale ?? 'vi'
  const theme = data?.theme ?? 'system'
  const t = translator(locale, shell)
  return (
    <html lang={locale} data-theme={theme === 'system' ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#fbf7ee" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#101914" media="(prefers-color-scheme: dark)" />
        <Meta />
        <Links />
      </head>
      <body>
        <LocaleContext.Provider value={locale}>
          <a className="skip-link" href="#noi-dung">
            {t('skipToContent')}
          </a>
          {frame === 'desk' ? <DeskHeader locale={locale} /> : null}
          {frame === 'inspector' ? <InspectorHeader locale={locale} /> : null}
          {Head ? <Head locale={locale} /> : null}
          {frame === undefined && !Head ? <SiteHeader locale={locale} /> : null}
          <main id="noi-dung" tabIndex={-1}>
            {children}
          </main>
          {frame || Head ? <DeskFooter theme={theme} /> : <SiteFooter theme={theme} />}
        </LocaleContext.Provider>
        {scripts ? (
          <>
            <ScrollRestoration nonce={nonce} />
            <Scripts nonce={nonce} />
          </>
        ) : null}
      </body>
    </html>
  )
}

export default function App() {
  return (
    <>
      <PageChange />
      <Outlet />
    </>
  )
}

export function ErrorBoundary() {
  const data = useRouteLoaderData<typeof loader>('root')
  return <ErrorPage error={useRouteError()} requestId={data?.requestId ?? null} />
}

/** After a move to another page inside the browser: says its title and moves the focus to its content. */
function PageChange() {
  const { pathname } = useLocation()
  const { state } = useNavigation()
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    document.getElementById('noi-dung')?.focus({ preventScroll: true })
  }, [pathname])
  return <div className={state === 'loading' ? 'page-progress' : undefined} aria-hidden="true" />
}
