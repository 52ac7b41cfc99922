// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next'
import type { Figure } from '@/api/figure_types'
import { useFormats } from '@/state/formats'

type Bounds = Pick<Figure, 'at_least' | 'at_most'>

// How many different persons a figure stands for; nothing where the two bounds are one.
export function usePersons(): (figure: Bounds) => string {
  const { t } = useTranslation()
  const formats = useFormats()
  return ({ at_least, at_most }) => {
    const most = formats.number(at_most)
    if (at_least === null) return t('explanation.persons_at_most', { most })
    if (at_least === at_most) return ''
    return t('explanation.persons', { least: formats.number(at_least), most })
  }
}
