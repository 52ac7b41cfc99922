// SPDX-License-Identifier: Apache-2.0
import { Pager } from './pager'

interface CursorPagerProps {
  page: { items: readonly unknown[]; next: string | null; total: number }
  perPage: number
  cursors: string[] // after which each page begins, up to the one shown; none on the first
  onMove: (cursors: string[]) => void
}

// Forth and back in a list that the server gives page by page.
export function CursorPager({ page, perPage, cursors, onMove }: CursorPagerProps) {
  const { items, next, total } = page
  const before = cursors.length * perPage
  return (
    <Pager
      first={before + 1}
      last={before + items.length}
      total={total}
      onBack={cursors.length > 0 ? () => onMove(cursors.slice(0, -1)) : undefined}
      onNext={next ? () => onMove([...cursors, next]) : undefined}
    />
  )
}
