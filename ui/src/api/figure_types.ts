// SPDX-License-Identifier: Apache-2.0
import type { Answer } from './types'

export type FigureTable = Answer<'list_figures'>
export type Figure = FigureTable['figures'][number]
// A figure whose origin can be asked for, with the groupings of the table that it is a row of. Where
// a page knows it from a corridor's profile, it has less than the whole.
export type NamedFigure = Partial<Figure> & Pick<Figure, 'count'> & { by?: string[] }
export type Grouping = Exclude<
  keyof Figure,
  'count' | 'at_least' | 'at_most' | 'bounds' | 'disagreement' | 'not_broken_down'
>

export type Explanation = Answer<'explain_figure'>
export type Contribution = Explanation['contributions'][number]

export type ObservationPage = Answer<'list_observations'>
export type ObservationRow = ObservationPage['items'][number]

export type Profile = Answer<'get_corridor_profile'>
export type ProfilePlace = Profile['places'][number]
