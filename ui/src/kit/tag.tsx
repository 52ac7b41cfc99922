// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react'
import classes from './tag.module.css'

export type Tone = 'good' | 'warning' | 'bad' | 'accent' | 'quiet'

// A word about a thing's state, by tone and by name: never by colour alone.
export function Tag({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={classes.tag} data-tone={tone}>
      {children}
    </span>
  )
}
