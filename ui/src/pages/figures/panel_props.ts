// SPDX-License-Identifier: Apache-2.0
import type { FigureFilters } from '@/state/figure_filters'

export interface PanelProps {
  filters: FigureFilters
  change: (part: Partial<FigureFilters>) => void
}
