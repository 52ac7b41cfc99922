// SPDX-License-Identifier: Apache-2.0
import { SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/api/labels'
import { TimeInWords } from '@/charts/time_bars'
import { Fact, Facts } from '@/kit/facts'
import { LinesAsList, Paragraphs } from '@/kit/lines'
import { Panel } from '@/kit/panel'
import { WebLink } from '@/kit/web_link'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import { Agreements } from './agreements'
import type { TabProps } from './arrangement_page'
import { Chair } from './chair'
import { goesOn } from './filtering'
import { Groups, Relations } from './kinship'
import { Members } from './members'
import { Submissions } from './submissions'

export function About({ arrangement, data }: TabProps) {
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" verticalSpacing="lg">
      <Stack gap="lg" miw={0}>
        <How arrangement={arrangement} />
        <Agreements arrangement={arrangement} data={data} />
        <Submissions arrangement={arrangement} data={data} />
      </Stack>
      <Stack gap="lg" miw={0}>
        <Chair arrangement={arrangement} data={data} />
        <Members arrangement={arrangement} data={data} />
        <Groups arrangement={arrangement} data={data} />
        <Relations arrangement={arrangement} data={data} />
      </Stack>
    </SimpleGrid>
  )
}

function How({ arrangement }: Pick<TabProps, 'arrangement'>) {
  const { t } = useTranslation()
  const labels = useLabels()
  const names = useNames()
  const formats = useFormats()
  const member = (name: string) => labels.kinds.arrangement?.[name] ?? name
  const { begins, ends, places, phase, website } = arrangement
  const background = names.text(arrangement.background)
  const objectives = names.text(arrangement.objectives)
  return (
    <Panel title={t('arrangements.how')}>
      <Facts>
        <Fact label={t('arrangements.time')}>
          {(begins || ends) && (
            <TimeInWords begins={begins} ends={ends} goesOn={goesOn(arrangement)} />
          )}
        </Fact>
        <Fact label={member('phase')}>{phase && formats.number(phase)}</Fact>
        <Fact label={t('arrangements.region')}>{names.text(arrangement.region)}</Fact>
        <Fact label={t('arrangements.place')}>{formats.list(places.map(names.place))}</Fact>
        <Fact label={member('website')}>{website && <WebLink address={website} />}</Fact>
        <Fact label={member('code')}>
          <bdi>{arrangement.code}</bdi>
        </Fact>
      </Facts>
      {objectives && (
        <Stack gap={6}>
          <Title order={3}>{t('arrangements.objectives')}</Title>
          <LinesAsList text={objectives} />
        </Stack>
      )}
      {background && (
        <Stack gap={6}>
          <Title order={3}>{t('arrangements.background')}</Title>
          <Paragraphs text={background} />
        </Stack>
      )}
      {!background && !objectives && (
        <Text size="sm" c="dimmed">
          {t('arrangements.nothing_said')}
        </Text>
      )}
    </Panel>
  )
}
