// SPDX-License-Identifier: Apache-2.0
import {
  IconAddressBook,
  IconArrowsDiff,
  IconBuilding,
  IconChartBar,
  IconChecklist,
  IconFileDescription,
  IconGavel,
  IconHome,
  IconLayoutGrid,
  IconMapPin,
  IconRoute,
  IconScale,
  IconSitemap,
  IconStack2,
  IconUpload,
  IconUsers,
} from '@/kit/icons'

// Where the navigation leads. `role`: from which role on the entry is of use; `keeps`: the records
// that are met from there, and have no entry of their own; `pages`: the pages beside its first.
export const desks = [
  { key: 'start', path: '/', icon: IconHome },
  { key: 'figures', path: '/figures', icon: IconChartBar },
  { key: 'disagreements', path: '/disagreements', icon: IconArrowsDiff },
  { key: 'corridor', path: '/corridors', icon: IconRoute },
  { key: 'import', path: '/import', icon: IconUpload },
  { key: 'sheets', path: '/sheets', icon: IconFileDescription },
  {
    key: 'arrangements',
    path: '/arrangements',
    icon: IconSitemap,
    keeps: ['arrangements', 'memberships', 'agreements', 'reviews', 'submissions', 'documents'],
  },
  { key: 'actions', path: '/actions', icon: IconChecklist, keeps: ['actions'] },
  {
    key: 'response',
    path: '/who-does-what',
    icon: IconLayoutGrid,
    pages: ['/gaps', '/people-reached'],
    keeps: ['needs', 'dismissals', 'activity_reports', 'plan_indicators'],
  },
  { key: 'directory', path: '/directory', icon: IconAddressBook, keeps: ['presences', 'contacts'] },
] as const

// What is one desk under "Response", as its tabs show it.
export const responsePages = [
  { key: 'who_does_what', path: '/who-does-what' },
  { key: 'gaps', path: '/gaps' },
  { key: 'reach', path: '/people-reached' },
  { key: 'activity_reports', path: '/records/activity_reports' },
  { key: 'plan_indicators', path: '/records/plan_indicators' },
  { key: 'needs', path: '/records/needs' },
] as const

export const recordPages = [
  { key: 'sources', path: '/records/sources', icon: IconStack2 },
  { key: 'places', path: '/places', icon: IconMapPin, keeps: ['places'] },
  { key: 'partners', path: '/records/partners', icon: IconBuilding },
  { key: 'corridors', path: '/records/corridors', icon: IconRoute },
  { key: 'rules', path: '/records/rules', icon: IconScale },
  { key: 'rulings', path: '/records/rulings', icon: IconGavel },
  { key: 'users', path: '/records/users', icon: IconUsers, role: 'administrator' },
] as const
