// SPDX-License-Identifier: Apache-2.0
import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FindingPage } from '@/api/import_types'
import { useFormats } from '@/state/formats'
import classes from './causes.module.css'
import { SeverityTag } from './severity_tag'

interface CausesProps {
  causes: FindingPage['by_code']
  chosen: string | null
  onChoose: (code: string | null) => void
}

const weight = { error: 0, warning: 1, information: 2 }

export function Causes({ causes, chosen, onChoose }: CausesProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const sorted = [...causes].sort(
    (a, b) => weight[a.severity] - weight[b.severity] || b.count - a.count,
  )
  return (
    <ul className={classes.causes} aria-label={t('findings.causes')}>
      {sorted.map(({ code, severity, count, message }) => (
        <li key={code}>
          <UnstyledButton
            className={classes.cause}
            aria-pressed={chosen === code}
            onClick={() => onChoose(chosen === code ? null : code)}
          >
            <SeverityTag severity={severity} />
            <span className={classes.message}>{message}</span>
            <strong className="numeric">{formats.number(count)}</strong>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  )
}
