// SPDX-License-Identifier: Apache-2.0
import { Group, ThemeIcon, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { NamedFigure } from '@/api/figure_types'
import { IconArrowsDiff } from '@/kit/icons'
import { useFormats } from '@/state/formats'
import { useExplain } from './explaining'
import classes from './figure_number.module.css'

// A figure that opens to its sources, marked where these disagree.
export function FigureNumber({ figure }: { figure: NamedFigure }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const explain = useExplain()
  const number = formats.number(figure.count)
  return (
    <Group gap={6} wrap="nowrap" justify="flex-end" component="span" display="inline-flex">
      {figure.disagreement && (
        <ThemeIcon size="xs" color="orange" variant="light" title={t('figures.disagreement')}>
          <IconArrowsDiff size={12} role="img" aria-label={t('figures.disagreement')} />
        </ThemeIcon>
      )}
      <UnstyledButton
        className={classes.number}
        aria-label={t('figures.open_sources', { number })}
        onClick={() => explain(figure)}
      >
        {number}
      </UnstyledButton>
    </Group>
  )
}
