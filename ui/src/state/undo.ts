// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react'

interface Steps<T> {
  past: T[]
  present: T
  future: T[]
}

const mostSteps = 100

// Something that is changed step by step, each of which can be taken back.
export function useUndo<T>(initial: () => T) {
  const [steps, setSteps] = useState<Steps<T>>(() => ({ past: [], present: initial(), future: [] }))
  return {
    value: steps.present,
    change: (next: T) =>
      setSteps(({ past, present }) => ({
        past: [...past, present].slice(-mostSteps),
        present: next,
        future: [],
      })),
    // Begins anew: what was before is not come back to.
    replace: (make: (present: T) => T) =>
      setSteps(({ present }) => ({ past: [], present: make(present), future: [] })),
    undo:
      steps.past.length > 0
        ? () =>
            setSteps(({ past, present, future }) => ({
              past: past.slice(0, -1),
              present: past.at(-1) ?? present,
              future: [present, ...future],
            }))
        : undefined,
    redo:
      steps.future.length > 0
        ? () =>
            setSteps(({ past, present, future }) => ({
              past: [...past, present],
              present: future[0] ?? present,
              future: future.slice(1),
            }))
        : undefined,
  }
}
