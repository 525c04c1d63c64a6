import type { ReactNode } from 'react'
import { Breadcrumbs } from '#app/components/breadcrumbs.tsx'
import { PageHeader } from '#app/components/page-header.tsx'

interface TextPageProps {
  path: string
  title: string
  lead: string
  /** Heading and paragraph, in the order to read. */
  sections: readonly (readonly [heading: string, text: string])[]
  children?: ReactNode
}

/** A page of plain words about the site: headings, paragraphs, nothing that moves. */
export function TextPage({ path, title, lead, sections, children }: TextPageProps) {
  return (
    <article className="wrap pb-14">
      <Breadcrumbs crumbs={[{ label: title, to: path }]} />
      <PageHeader title={title} lead={lead} />
      {children}
      <div className="grid max-w-[68ch] gap-7">
        {sections.map(([heading, text]) => (
          <section key={heading} className="grid gap-2">
            <h2>{heading}</h2>
            <p>{text}</p>
          </section>
        ))}
      </div>
    </article>
  )
}
