import { shell } from '#app/i18n/shell.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { Theme } from '#app/lib/theme.ts'
import { Logo } from './logo.tsx'
import { PlainLink } from './plain-link.tsx'
import { ThemeForm } from './preference-forms.tsx'

const COLUMNS = [
  [
    'footerShop',
    [
      ['/san-pham', 'products'],
      ['/nha-san-xuat', 'producers'],
      ['/vung', 'regions'],
      ['/hoi-cho', 'fairs'],
      ['/gio-hang', 'cart'],
      ['/tai-khoan', 'account'],
      ['/ban-hang', 'sellHere'],
    ],
  ],
  [
    'footerTrust',
    [
      ['/kiem-tra-tem', 'checkLabel'],
      ['/dang-ba', 'register'],
      ['/doi-chung', 'checkEvidence'],
      ['/so-lieu', 'figures'],
      ['/quy-dinh', 'rules'],
      ['/gioi-thieu', 'about'],
      ['/lien-he', 'contact'],
    ],
  ],
  [
    'footerRules',
    [
      ['/don-vi-van-hanh', 'operator'],
      ['/dieu-khoan', 'terms'],
      ['/quyen-rieng-tu', 'privacy'],
      ['/giao-hang', 'deliveryPage'],
      ['/thanh-toan-mua-hang', 'paymentPage'],
      ['/giao-hang-doi-tra', 'delivery'],
      ['/tieu-chi-xep-hang', 'ranking'],
      ['/khieu-nai', 'complaints'],
    ],
  ],
] as const

/** The frame's bottom: what the site is and is not, the other places, and the theme. */
export function SiteFooter({ theme }: { theme: Theme }) {
  const t = useT(shell)
  return (
    <footer className="site-footer">
      <div className="terrace-edge" aria-hidden="true" />
      <div className="wrap grid gap-8 pt-6 pb-10 sm:grid-cols-2 md:grid-cols-[1.6fr_1fr_1fr_1fr]">
        <div className="grid content-start gap-3">
          <p className="flex items-center gap-2 text-xl font-bold">
            <Logo />
            {t('siteName')}
          </p>
          <p className="max-w-[52ch]">{t('footerAbout')}</p>
          <p className="max-w-[52ch] text-sm text-on-night-muted">{t('footerSample')}</p>
          <ThemeForm theme={theme} />
        </div>
        {COLUMNS.map(([heading, links]) => (
          <nav key={heading} aria-label={t(heading)} className="footer-nav">
            <p className="font-semibold">{t(heading)}</p>
            <ul>
              {links.map(([to, label]) => (
                <li key={to}>
                  <PlainLink to={to}>{t(label)}</PlainLink>
                </li>
              ))}
            </ul>
          </nav>
        ))}
      </div>
    </footer>
  )
}
