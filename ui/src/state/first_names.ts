// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from 'react-i18next'
import { useFormats } from './formats'

const mostNames = 3

// Names as a sentence has them: the first of many, and how many more there are. Each stands in
// the direction of its own script.
export function useFirstNames() {
  const { t } = useTranslation()
  const formats = useFormats()
  return (names: readonly string[]) => {
    const more = names.length - mostNames
    const first = names.slice(0, mostNames).map((name) => `\u2068${name}\u2069`)
    return formats.list(more > 0 ? [...first, t('kit.more_names', { count: more })] : first)
  }
}
