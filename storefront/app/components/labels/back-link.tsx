/** The way up, above a page's title, tall enough for a thumb. */
export function BackLink({ to, children }: { to: string; children: string }) {
  return (
    <a href={to} className="inline-flex min-h-11 items-center">
      <span aria-hidden="true">←&nbsp;</span>
      {children}
    </a>
  )
}
