// SPDX-License-Identifier: Apache-2.0
import { Button, Menu } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { address } from '@/api/client'
import { useMay } from '@/api/session'
import { IconChevronDown, IconDownload, IconPlus } from '@/kit/icons'
import { AdoptDialog } from './adopt_dialog'
import type { TabProps } from './arrangement_page'
import { counterpartOf } from './family'
import { PhaseDialog } from './phase_dialog'
import { ReplicateDialog } from './replicate_dialog'

type Act = 'replicate' | 'next_phase' | 'adopt'
const acts: Act[] = ['next_phase', 'replicate', 'adopt']

// What hangs on an arrangement, who may add it, and on which tab it is then seen.
const parts = [
  { plural: 'memberships', role: 'coordinator', tab: '' },
  { plural: 'actions', role: 'contributor', tab: 'actions' },
  { plural: 'reviews', role: 'contributor', tab: 'reviews' },
  { plural: 'submissions', role: 'contributor', tab: '' },
  { plural: 'documents', role: 'contributor', tab: 'documents' },
  { plural: 'agreements', role: 'coordinator', tab: '' },
] as const

// What may be done with an arrangement, by whoever's role allows it.
export function Work({ arrangement, data }: TabProps) {
  const { t } = useTranslation()
  const contributes = useMay('contributor')
  const coordinates = useMay('coordinator')
  const [act, setAct] = useState<Act | null>(null)
  const { id } = arrangement
  const handOver = <HandOver arrangement={id} />
  if (!contributes) return handOver
  const close = () => setAct(null)
  const added = (plural: string, tab: string) =>
    address(`/records/${plural}/new`, {
      arrangement: id,
      to: plural === 'submissions' ? counterpartOf(arrangement, data.all)?.id : undefined,
      back: address(`/arrangements/${id}`, { tab }),
    })
  const group = address('/records/arrangements/new', {
    parent: id,
    level: arrangement.level,
    status: arrangement.status,
    places: arrangement.places,
    back: `/arrangements/${id}`,
  })
  return (
    <>
      {handOver}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button leftSection={<IconPlus size={18} />}>{t('arrangements.add')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {parts
            .filter(({ role }) => coordinates || role === 'contributor')
            .map(({ plural, tab }) => (
              <Menu.Item key={plural} component={Link} to={added(plural, tab)}>
                {t(`arrangements.add_one.${plural}`)}
              </Menu.Item>
            ))}
          {coordinates && (
            <Menu.Item component={Link} to={group}>
              {t('arrangements.add_one.group')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {coordinates && (
        <>
          <Menu position="bottom-end" width={260}>
            <Menu.Target>
              <Button variant="default" rightSection={<IconChevronDown size={16} />}>
                {t('arrangements.do')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item component={Link} to={`/records/arrangements/${id}`}>
                {t('records.edit')}
              </Menu.Item>
              {acts.map((each) => (
                <Menu.Item key={each} onClick={() => setAct(each)}>
                  {t(`${each}.title`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          {act === 'replicate' && (
            <ReplicateDialog arrangement={arrangement} data={data} onClose={close} />
          )}
          {act === 'next_phase' && (
            <PhaseDialog arrangement={arrangement} data={data} onClose={close} />
          )}
          {act === 'adopt' && <AdoptDialog arrangement={arrangement} data={data} onClose={close} />}
        </>
      )}
    </>
  )
}

// What the next chair needs, on paper, in the reader's language.
function HandOver({ arrangement }: { arrangement: string }) {
  const { t, i18n } = useTranslation()
  const path = address(`/api/arrangements/${arrangement}/hand_over`, { lang: i18n.language })
  return (
    <Button
      component="a"
      href={path}
      download
      variant="default"
      leftSection={<IconDownload size={18} stroke={1.6} />}
    >
      {t('arrangements.hand_over')}
    </Button>
  )
}
