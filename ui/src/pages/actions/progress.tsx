// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next'
import type { Action } from '@/api/arrangements'
import { useFormats } from '@/state/formats'
import classes from './action_bits.module.css'
import { sinceAdopted } from './adoption'

// How far it is: in hundredths, and what was reached of the target, today's and the adopted one.
export function Progress({ action }: { action: Action }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { progress, indicator, reached, target, adopted } = action
  const hasNumbers = reached !== null || target !== null
  const isRaised = sinceAdopted(action).includes('target')
  if (progress === null && !hasNumbers && !isRaised) return null
  return (
    <div className={classes.progress}>
      {progress !== null && (
        <>
          {formats.percent(progress / 100)}
          <span className={classes.bar} aria-hidden>
            <span style={{ inlineSize: `${progress}%` }} />
          </span>
        </>
      )}
      {hasNumbers && (
        <div className={classes.quiet}>
          {target === null
            ? t('actions.reached', { reached: reached ?? 0 })
            : t('actions.reached_of', { reached: reached ?? 0, target })}
          {indicator && ` · ${indicator}`}
        </div>
      )}
      {isRaised && (
        <div className={classes.quiet}>
          {adopted.target === null || adopted.target === undefined
            ? t('actions.adopted_no_target')
            : t('actions.adopted_target', { target: adopted.target })}
        </div>
      )}
    </div>
  )
}
