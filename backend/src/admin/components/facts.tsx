import { Text } from '@medusajs/ui'
import type { ReactNode } from 'react'

/** Facts under each other; from a tablet's width on, their names stand in a column of their own. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className="grid gap-x-4 gap-y-2 sm:grid-cols-[10rem_1fr]">{children}</dl>
}

/** A name and what stands by it; nothing when there is nothing to say. */
export function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === null || children === '') return null
  return (
    <div className="sm:contents">
      <dt>
        <Text size="small" className="text-ui-fg-subtle">
          {name}
        </Text>
      </dt>
      <dd className="txt-small text-ui-fg-base min-w-0 break-words">{children}</dd>
    </div>
  )
}
