/** A code on a label, leading to the page that shoppers see for it. */
export function CodeLink({ code, page }: { code: string; page: string }) {
  return (
    <a className="text-ui-fg-base underline" href={page} target="_blank" rel="noreferrer">
      {code}
    </a>
  )
}
