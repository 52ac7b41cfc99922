// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react'
import classes from './entries.module.css'

interface EntriesProps {
  ordered?: boolean
  label?: string
  children: ReactNode // items of a list
}

// Things of a few lines each, with a line between them.
export function Entries({ ordered, label, children }: EntriesProps) {
  const List = ordered ? 'ol' : 'ul'
  return (
    <List className={classes.entries} aria-label={label}>
      {children}
    </List>
  )
}
