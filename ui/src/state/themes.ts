// SPDX-License-Identifier: Apache-2.0

// The ten points with the parts of them that partners divide among themselves. The other themes
// are the sectors of a humanitarian response.
export const points: Record<string, readonly string[]> = {
  cooperation: ['national_cooperation', 'regional_cooperation', 'global_cooperation'],
  data: ['data_collection', 'data_analysis'],
  entry_systems: ['border_training', 'border_monitoring', 'rescue_at_sea'],
  reception: ['reception_facilities', 'alternatives_to_detention', 'specific_needs'],
  profiling_and_referral: ['registration', 'profiling', 'referral', 'counselling'],
  differentiated_processes: [
    'asylum_procedures',
    'trafficked_persons',
    'unaccompanied_children',
    'women_at_risk',
  ],
  refugee_solutions: [
    'local_integration',
    'resettlement',
    'voluntary_repatriation',
    'labour_migration',
  ],
  secondary_movements: ['readmission'],
  returns_and_alternatives: ['assisted_return', 'legal_migration'],
  information_strategy: ['campaigns', 'host_communities'],
}

// A point and all its parts; any other theme alone.
export const withParts = (theme: string): string[] => [theme, ...(points[theme] ?? [])]

// Whether something about these themes is about this one, or about a part of it.
export const concerns = (themes: readonly string[], theme: string): boolean =>
  withParts(theme).some((part) => themes.includes(part))
