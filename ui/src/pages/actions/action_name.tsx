// SPDX-License-Identifier: Apache-2.0
import { Anchor } from '@mantine/core'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import type { Action } from '@/api/arrangements'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import classes from './action_bits.module.css'
import { sinceAdopted } from './adoption'

export function ActionLink({ action, plain }: { action: Action; plain?: boolean }) {
  const names = useNames()
  return (
    <Anchor component={Link} to={`/actions/${action.id}`} fw={plain ? undefined : 600}>
      {names.text(action.title)}
    </Anchor>
  )
}

interface ActionNameProps {
  action: Action
  depth: number
}

// What is to be done, and beside it how that was adopted, where it reads otherwise today.
export function ActionName({ action, depth }: ActionNameProps) {
  const names = useNames()
  return (
    <div className={classes.name} style={{ '--depth': depth } as CSSProperties}>
      <ActionLink action={action} />
      <div className={classes.quiet}>{names.text(action.description)}</div>
      <AdoptedText action={action} />
      {action.points.length > 0 && (
        <div className={classes.quiet}>
          {action.points.map((point) => names.code('theme', point)).join(' · ')}
        </div>
      )}
    </div>
  )
}

export function AdoptedText({ action }: { action: Action }) {
  const { t } = useTranslation()
  const names = useNames()
  const formats = useFormats()
  const { adopted } = action
  const changed = sinceAdopted(action)
  const texts = (['title', 'description', 'indicator'] as const)
    .filter((name) => changed.includes(name))
    .map((name) => (name === 'indicator' ? (adopted[name] ?? '') : names.text(adopted[name])))
  if (texts.length === 0) return null
  return (
    <div className={classes.adopted}>
      <b>{t('actions.as_adopted', { when: adopted.on ? formats.day(adopted.on) : '' })}</b>
      {texts.map((text) => (
        <div key={text}>{text || t('actions.adopted_empty')}</div>
      ))}
    </div>
  )
}
