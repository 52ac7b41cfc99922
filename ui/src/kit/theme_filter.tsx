// SPDX-License-Identifier: Apache-2.0
import { useLabels } from '@/api/labels'
import { choicesOf, FilterSelect } from '@/kit/filters'

interface ThemeFilterProps {
  label: string
  value: string
  onChange: (value: string | null) => void
}

// A point stands for its parts, too.
export function ThemeFilter(props: ThemeFilterProps) {
  const labels = useLabels()
  return <FilterSelect {...props} choices={choicesOf(labels.codes.theme)} />
}
