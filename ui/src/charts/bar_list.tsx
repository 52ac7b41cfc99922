// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '@/state/formats'
import classes from './bar_list.module.css'

export interface Bar {
  key: string
  label: string
  value: number
  number?: ReactNode // in place of the plain number: one that opens to its sources
}

interface BarListProps {
  label: string
  heading: string // of the column of names
  bars: Bar[]
  total: number
}

// A composition: a table with a bar in each row, so that it needs no other for those who do not see.
export function BarList({ label, heading, bars, total }: BarListProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const greatest = Math.max(1, ...bars.map((bar) => bar.value))
  return (
    <table className={classes.list} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          <th scope="col" className={classes.number}>
            {t('charts.count')}
          </th>
          <th scope="col" className={classes.number}>
            {t('charts.share')}
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.key}>
            <th scope="row">
              {bar.label}
              <span className={classes.track}>
                <span
                  className={classes.bar}
                  style={{ inlineSize: `${(bar.value / greatest) * 100}%` }}
                />
              </span>
            </th>
            <td className={classes.number}>{bar.number ?? formats.number(bar.value)}</td>
            <td className={classes.number}>
              {total > 0 ? formats.percent(bar.value / total) : ''}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
