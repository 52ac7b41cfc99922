// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next'
import { useFormats } from '@/state/formats'
import { shadeBounds, shadeRange } from './map_shades'
import classes from './world_map.module.css'

interface ShadesProps {
  bounds: number[]
  greatest: number
  shades: string[]
}

// What each shade of a country stands for.
export function Shades({ bounds, greatest, shades }: ShadesProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  return bounds.map((bound, index) => {
    const { from, to } = shadeRange(index, bounds, greatest)
    return (
      <span key={bound} className={classes.class}>
        <span className={classes.shade} style={{ background: shades[index] }} />
        {from === to
          ? formats.number(from)
          : t('charts.range', { from: formats.number(from), to: formats.number(to) })}
      </span>
    )
  })
}

interface SizesProps {
  values: number[]
  radius: (value: number) => number
}

// What circles of some sizes stand for; nothing where there is nothing to compare.
export function Sizes({ values, radius }: SizesProps) {
  const formats = useFormats()
  const examples = shadeBounds(values, 3)
  if (new Set(values).size < 2) return null
  return examples.map((value) => {
    const size = radius(value)
    return (
      <span key={value} className={classes.class}>
        <svg width={2 * size + 2} height={2 * size + 2} aria-hidden>
          <circle cx={size + 1} cy={size + 1} r={size} className={classes.point} />
        </svg>
        {formats.number(value)}
      </span>
    )
  })
}
