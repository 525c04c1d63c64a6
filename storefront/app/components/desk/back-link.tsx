/** The way up, in one line above a page's title. */
export function BackLink({ to, children }: { to: string; children: string }) {
  return (
    <p className="print-hidden pt-2">
      <a href={to} className="inline-flex min-h-11 items-center gap-1.5 text-muted hover:underline">
        <span aria-hidden="true">‹</span>
        {children}
      </a>
    </p>
  )
}
