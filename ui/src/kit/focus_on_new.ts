// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'react'

// Where a button shows more rows and may take itself away, the focus goes on to the first new one:
// else it would be nowhere. `box` holds a table or a list, or the rows themselves; `expect` is called
// where more is asked for, which may come later.
export function useFocusOnNew<Box extends HTMLElement>(count: number) {
  const box = useRef<Box>(null)
  const from = useRef<number | null>(null)
  useEffect(() => {
    if (from.current === null || count <= from.current) return
    const inTable = box.current?.querySelectorAll('table tbody > tr')
    const list = box.current?.children.length === 1 ? box.current.children[0] : box.current
    const rows = inTable?.length ? inTable : list?.children
    const first = rows?.[from.current]
    from.current = null
    if (!(first instanceof HTMLElement)) return
    first.tabIndex = -1
    first.focus()
  }, [count])
  const expect = () => {
    from.current = count
  }
  return { box, expect }
}
