// SPDX-License-Identifier: Apache-2.0
import { Title } from '@mantine/core'
import { type CSSProperties, type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '@/state/formats'
import classes from './time_bars.module.css'
import { layOutTime, type Span, type TimeLayout } from './time_layout'

export interface TimeBar extends Span {
  key: string
  name: ReactNode
  depth?: number
  tone?: 'accent' | 'good' | 'warning' | 'quiet'
}

export interface TimeGroup {
  key: string
  heading: string
  bars: TimeBar[]
  foot?: ReactNode // below them
}

interface TimeBarsProps {
  groups: TimeGroup[]
  today: string
}

// Bars along the years, under headings. Each row says its time in words, too: the picture is for
// the eye alone.
export function TimeBars({ groups, today }: TimeBarsProps) {
  const layout = useMemo(
    () =>
      layOutTime(
        groups.flatMap(({ bars }) => bars),
        today,
      ),
    [groups, today],
  )
  return (
    <div className={classes.chart}>
      <Years layout={layout} />
      {groups.map(({ key, heading, bars, foot }) => (
        <section key={key} aria-label={heading}>
          <Title order={3} className={classes.heading}>
            {heading}
          </Title>
          <ul className={classes.rows}>
            {bars.map((bar) => (
              <Row key={bar.key} bar={bar} layout={layout} />
            ))}
          </ul>
          {foot && <div className={classes.foot}>{foot}</div>}
        </section>
      ))}
    </div>
  )
}

function Years({ layout }: { layout: TimeLayout }) {
  return (
    <div className={classes.axis} aria-hidden>
      <div className={classes.track}>
        {layout.years.map(({ year, at }) => (
          <span key={year} className={classes.year} style={{ insetInlineStart: `${at}%` }}>
            {at < 95 && <Year year={year} />}
          </span>
        ))}
      </div>
    </div>
  )
}

const Year = ({ year }: { year: number }) => useFormats().period(String(year))

function Row({ bar, layout }: { bar: TimeBar; layout: TimeLayout }) {
  const stretch = layout.place(bar)
  return (
    <li className={classes.row}>
      <div className={classes.words} style={{ '--depth': bar.depth ?? 0 } as CSSProperties}>
        {bar.name}
        <div className={classes.when}>
          <TimeInWords begins={bar.begins} ends={bar.ends} goesOn={bar.goesOn} />
        </div>
      </div>
      <div className={classes.track} aria-hidden>
        {layout.years.map(({ year, at }) => (
          <span key={year} className={classes.line} style={{ insetInlineStart: `${at}%` }} />
        ))}
        {layout.today !== null && (
          <span
            className={classes.line}
            data-today
            style={{ insetInlineStart: `${layout.today}%` }}
          />
        )}
        {stretch && (
          <span
            className={classes.bar}
            data-tone={bar.tone}
            data-open={stretch.isOpen || undefined}
            style={{ insetInlineStart: `${stretch.start}%`, inlineSize: `${stretch.length}%` }}
          />
        )}
      </div>
    </li>
  )
}

// "2003 – 2008", "since 2005", "until 1996".
export function TimeInWords({ begins, ends, goesOn }: Span) {
  const { t } = useTranslation()
  const formats = useFormats()
  if (begins && ends && begins !== ends)
    return t('charts.from_to', { from: formats.period(begins), to: formats.period(ends) })
  if (begins && ends) return formats.period(begins)
  if (begins)
    return t(goesOn ? 'charts.since' : 'charts.starting', { when: formats.period(begins) })
  if (ends) return t('charts.until', { when: formats.period(ends) })
  return t('charts.no_time')
}
