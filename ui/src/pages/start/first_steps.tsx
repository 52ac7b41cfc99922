// SPDX-License-Identifier: Apache-2.0
import { Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { type Plural, useList } from '@/api/records'
import { useMay } from '@/api/session'
import { Empty } from '@/kit/empty'
import { IconAddressBook, IconRoute, IconSitemap, IconUpload } from '@/kit/icons'
import { Panel } from '@/kit/panel'
import { Task } from './task'

const steps = [
  { key: 'partners', to: '/records/partners/new?back=/directory', icon: IconAddressBook },
  { key: 'arrangement', to: '/records/arrangements/new?back=/arrangements', icon: IconSitemap },
  { key: 'corridor', to: '/records/corridors/new', icon: IconRoute },
  { key: 'import', to: '/import', icon: IconUpload },
] as const

// Where a node has no corridor yet: what its coordinator has still to do, and where.
export function FirstSteps() {
  const { t } = useTranslation()
  const coordinates = useMay('coordinator')
  const partners = useCount('partners')
  const arrangements = useCount('arrangements')
  const sources = useCount('sources')
  if (!coordinates) return <Empty title={t('corridor.none')}>{t('corridor.none_lead')}</Empty>
  const isDone = {
    partners: partners > 1, // the coordinator's own stands there from the first
    arrangement: arrangements > 0,
    corridor: false,
    import: sources > 0,
  }
  return (
    <Panel title={t('start.first_steps')}>
      <Stack component="ul" gap={0} p={0} m={0}>
        {steps
          .filter(({ key }) => !isDone[key])
          .map(({ key, to, icon: Icon }) => (
            <Task
              key={key}
              icon={<Icon size={18} />}
              what={t(`start.steps.${key}`)}
              detail={t(`start.steps.${key}_detail`)}
              to={to}
              action={t('start.begin')}
            />
          ))}
      </Stack>
    </Panel>
  )
}

// Until it is known nothing is asked for.
const useCount = (plural: Plural) =>
  useList(plural, { limit: 1 }).data?.total ?? Number.POSITIVE_INFINITY
