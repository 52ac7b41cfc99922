// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react'
import { Link } from 'react-router-dom'

interface MapSpotProps {
  name: string // by which the keyboard finds it
  label: string
  to?: string // the address that it opens; without one it only says what it is
  isStop: boolean // where the keyboard comes in
  onShow: (name: string) => void // '' when the reader leaves it
  onStop: (name: string) => void
  children: ReactNode
}

// A country or a place on a map.
export function MapSpot({ name, label, to, isStop, onShow, onStop, children }: MapSpotProps) {
  const looked = {
    onPointerEnter: () => onShow(name),
    onPointerLeave: () => onShow(''),
  }
  if (!to) return <g {...looked}>{children}</g>
  return (
    <Link
      to={to}
      aria-label={label}
      data-spot={name}
      tabIndex={isStop ? 0 : -1}
      onFocus={() => {
        onShow(name)
        onStop(name)
      }}
      onBlur={() => onShow('')}
      {...looked}
    >
      {children}
    </Link>
  )
}
