// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react'
import classes from './facts.module.css'

interface FactsProps {
  ruled?: boolean // many and long ones: a line below each
  children: ReactNode
}

// What is known of a thing, by name.
export function Facts({ ruled, children }: FactsProps) {
  return (
    <dl className={classes.facts} data-ruled={ruled || undefined}>
      {children}
    </dl>
  )
}

// What is not known is left out.
export function Fact({ label, children }: { label: ReactNode; children: ReactNode }) {
  if (children === null || children === undefined || children === '' || children === false)
    return null
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
