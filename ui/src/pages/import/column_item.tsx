// SPDX-License-Identifier: Apache-2.0
import { Button, Code, Collapse, NativeSelect } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { columnFields, reportFields } from '@/api/import_types'
import { IconLock } from '@/kit/icons'
import { Tag } from '@/kit/tag'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import { ColumnDetails, hasDetails } from './column_details'
import classes from './columns.module.css'
import type { Editing } from './editing'
import {
  asSuggested,
  fieldOf,
  isOfActivities,
  isSame,
  reportFieldOf,
  withField,
  withReportField,
} from './mapping_draft'

interface ColumnItemProps {
  at: number[] // the column, or those that are settled together, by index
  editing: Editing
  onUnfold: () => void
}

const tones = { certain: 'good', likely: 'warning', unknown: 'quiet' } as const

export function ColumnItem({ at, editing, onUnfold }: ColumnItemProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const [opened, { toggle }] = useDisclosure(false)
  const { columns, draft, suggested, onChange } = editing
  const nameOf = (index: number) =>
    columns[index]?.header || t('import.column_number', { number: index + 1 })
  const first = columns[at[0] ?? 0]
  if (!first) return null
  const field = fieldOf(draft.columns[first.index])
  const details = !isOfActivities(draft) && hasDetails(field)
  const isMany = at.length > 1
  const name = isMany
    ? t('import.column_range', { first: nameOf(first.index), last: nameOf(at.at(-1) ?? 0) })
    : nameOf(first.index)
  const isYours = at.some((index) => !isSame(draft.columns[index], suggested.columns[index]))
  return (
    <li className={`${classes.column} ${field === 'skip' ? classes.left_out : ''}`}>
      <div className={classes.line}>
        <div className={classes.name} dir="auto">
          {name}
          {first.tag && !isMany && <Code w="fit-content">{first.tag}</Code>}
          {isMany && (
            <Button variant="subtle" size="compact-xs" w="fit-content" onClick={onUnfold}>
              {t('import.show_each', { count: at.length })}
            </Button>
          )}
        </div>
        <div className={classes.samples} dir="auto">
          {first.samples.join(' · ')}
        </div>
        <MeaningSelect at={at} name={name} editing={editing} />
        <div className={classes.state}>
          {first.personal && (
            <Tag tone="warning">
              <IconLock size={14} stroke={1.8} aria-hidden />{' '}
              {t(field === 'skip' ? 'import.personal' : 'import.personal_kept')}
            </Tag>
          )}
          {isYours ? (
            <>
              <Tag tone="accent">{t('import.confidence.yours')}</Tag>
              <Button
                variant="subtle"
                size="compact-xs"
                aria-label={t('import.suggestion_again_for', { column: name })}
                onClick={() => onChange(asSuggested(draft, suggested, at))}
              >
                {t('import.suggestion_again')}
              </Button>
            </>
          ) : (
            <Tag tone={tones[first.confidence]}>{t(`import.confidence.${first.confidence}`)}</Tag>
          )}
          {details && (
            <Button
              variant="subtle"
              size="compact-xs"
              aria-expanded={opened}
              aria-label={t('import.details_of', { column: name })}
              onClick={toggle}
            >
              {t('import.details')}
            </Button>
          )}
          {isMany && (
            <span className="numeric">
              {t('import.alike', { count: formats.number(at.length) })}
            </span>
          )}
        </div>
      </div>
      {details && (
        <Collapse in={opened}>
          {opened && (
            <div className={classes.details}>
              <ColumnDetails at={at} field={field} editing={editing} />
            </div>
          )}
        </Collapse>
      )}
    </li>
  )
}

interface MeaningSelectProps {
  at: number[]
  name: string
  editing: Editing
}

// What the column holds: of an activity sheet a part of a report, else a part of figures.
function MeaningSelect({ at, name, editing: { draft, suggested, onChange } }: MeaningSelectProps) {
  const { t } = useTranslation()
  const names = useNames()
  const line = draft.columns[at[0] ?? 0]
  const reports = isOfActivities(draft)
  const choose = (word: string) => {
    const report = reports && reportFields.find((known) => known === word)
    const field = !reports && columnFields.find((known) => known === word)
    if (report) onChange(withReportField(draft, at, report))
    if (field) onChange(withField(draft, suggested, at, field))
  }
  return (
    <NativeSelect
      aria-label={t('import.meaning_of', { column: name })}
      data={
        reports
          ? reportFields.map((value) => ({ value, label: names.code('report_field', value) }))
          : columnFields.map((value) => ({ value, label: t(`import.fields.${value}`) }))
      }
      value={reports ? reportFieldOf(line) : fieldOf(line)}
      onChange={(event) => choose(event.currentTarget.value)}
      size="sm"
    />
  )
}
