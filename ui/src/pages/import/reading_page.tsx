// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, Navigate, useParams } from 'react-router-dom'
import { useJob } from '@/api/imports'
import { Refusal } from '@/api/problem'
import { Answer } from '@/kit/answer'
import { PageFrame } from '@/kit/page'
import { Panel } from '@/kit/panel'
import { ProblemMessage } from '@/kit/problem_message'
import { useFormats } from '@/state/formats'

// The reading of one file. It has its own address, so that it can be left and come back to.
export function Page() {
  const { t } = useTranslation()
  const formats = useFormats()
  const { job: id } = useParams()
  const job = useJob(id)
  if (job.data?.state === 'done' && job.data.batch)
    return <Navigate to={`/import/${job.data.batch}`} replace />
  return (
    <PageFrame title={t('import.reading')} lead={t('import.reading_lead')}>
      <Panel title={t('import.progress')}>
        <Answer query={job}>
          {({ state, stage, progress, problem }) =>
            state === 'failed' ? (
              <Stack>
                <ProblemMessage error={problem ? new Refusal(problem) : new Error()} />
                <Group>
                  <Button component={Link} to="/import">
                    {t('import.other_file')}
                  </Button>
                </Group>
              </Stack>
            ) : (
              <Stack gap="xs">
                <Progress
                  size="lg"
                  value={progress * 100}
                  aria-label={t(`import.stages.${stage}`)}
                />
                <Text size="sm" c="dimmed" aria-live="polite">
                  {t(`import.stages.${stage}`)} · {formats.percent(progress)}
                </Text>
              </Stack>
            )
          }
        </Answer>
      </Panel>
    </PageFrame>
  )
}
