// SPDX-License-Identifier: Apache-2.0
import { Button, FileButton, Group, Progress, Select, Stack, Switch, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useJob } from '@/api/imports'
import { useLabels } from '@/api/labels'
import { addPlaceList, sendPlaceList, usePlaceComparison } from '@/api/places'
import { Refusal } from '@/api/problem'
import { useMay } from '@/api/session'
import { Answer } from '@/kit/answer'
import { Empty } from '@/kit/empty'
import { IconUpload } from '@/kit/icons'
import { PageFrame } from '@/kit/page'
import { Panel } from '@/kit/panel'
import { ProblemMessage } from '@/kit/problem_message'
import { useFormats } from '@/state/formats'
import { Comparison } from './comparison'

const accepted = '.csv,.tsv,.txt,.xlsx,.ods,.zip,.json,.geojson'

interface KeptList {
  file: string
  name: string
}

// A country's provinces and districts with their P-codes, out of OCHA's list or a file.
export function Page() {
  const { t } = useTranslation()
  const labels = useLabels()
  const mayAdd = useMay('coordinator')
  const [country, setCountry] = useState<string | null>(null)
  const [list, setList] = useState<KeptList | null>(null)
  const isReady = mayAdd && (!!list || !!country)
  const query = { file: list?.file, country: country ?? undefined }
  const comparison = usePlaceComparison(query, isReady)
  const countries = useMemo(
    () =>
      Object.entries(labels.countries)
        .map(([value, label]) => ({ value, label }))
        .sort((a, b) => a.label.localeCompare(b.label)),
    [labels.countries],
  )
  return (
    <PageFrame title={t('places.add_areas')} lead={t('places.add_lead')}>
      {mayAdd ? (
        <Stack gap="lg">
          <Panel title={t('places.which_list')}>
            <Group align="flex-end">
              <Select
                label={t('places.country')}
                description={t(list ? 'places.country_of_file' : 'places.country_of_list')}
                data={countries}
                value={country}
                onChange={setCountry}
                searchable
                clearable
                limit={300}
                clearButtonProps={{
                  'aria-label': t('records.clear', { field: t('places.country') }),
                }}
              />
              <OwnFile list={list} onList={setList} />
            </Group>
          </Panel>
          {isReady && (
            <Panel title={t('places.what_it_does')}>
              <Answer query={comparison}>
                {(told) => (
                  <Stack>
                    <Comparison told={told} />
                    <Adding key={`${list?.file}/${country}`} query={query} told={told} />
                  </Stack>
                )}
              </Answer>
            </Panel>
          )}
        </Stack>
      ) : (
        <Empty title={t('records.read_only')} />
      )}
    </PageFrame>
  )
}

interface OwnFileProps {
  list: KeptList | null
  onList: (list: KeptList | null) => void
}

function OwnFile({ list, onList }: OwnFileProps) {
  const { t } = useTranslation()
  const [part, setPart] = useState<number | null>(null)
  const [error, setError] = useState<unknown>(null)
  const take = (file: File | null) => {
    if (!file) return
    setError(null)
    setPart(0)
    sendPlaceList(file, setPart)
      .answer.then(onList, setError)
      .finally(() => setPart(null))
  }
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <FileButton
          onChange={take}
          accept={accepted}
          inputProps={{ 'aria-label': t('places.own_file') }}
        >
          {(button) => (
            <Button
              {...button}
              variant="default"
              loading={part !== null}
              leftSection={<IconUpload size={18} />}
            >
              {t('places.own_file')}
            </Button>
          )}
        </FileButton>
        {list && (
          <>
            <Text size="sm">
              <bdi>{list.name}</bdi>
            </Text>
            <Button variant="subtle" size="compact-sm" onClick={() => onList(null)}>
              {t('places.without_file')}
            </Button>
          </>
        )}
      </Group>
      <ProblemMessage error={error} />
    </Stack>
  )
}

interface AddingProps {
  query: { file?: string; country?: string }
  told: { new: number; differing: number }
}

// Goes on in the server whoever looks; what it did is what the comparison says afterwards.
function Adding({ query, told }: AddingProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const client = useQueryClient()
  const [takeOver, setTakeOver] = useState(false)
  const [job, setJob] = useState<string>()
  const [added, setAdded] = useState({ new: 0, differing: 0 })
  const [error, setError] = useState<unknown>(null)
  const { data: state } = useJob(job)
  const isDone = state?.state === 'done'
  useEffect(() => {
    if (isDone) client.invalidateQueries({ queryKey: ['places'] })
  }, [isDone, client])
  const add = () => {
    setError(null)
    setAdded({ new: told.new, differing: takeOver ? told.differing : 0 })
    addPlaceList({ ...query, take_over: takeOver }).then(({ job }) => setJob(job), setError)
  }
  const failed =
    state?.state === 'failed' ? (state.problem ? new Refusal(state.problem) : new Error()) : null
  if (job && state?.state === 'running')
    return (
      <Stack gap="xs">
        <Progress
          size="lg"
          value={state.progress * 100}
          aria-label={t('places.adding', { part: formats.percent(state.progress) })}
        />
        <Text size="sm" c="dimmed" aria-live="polite">
          {t('places.adding', { part: formats.percent(state.progress) })}
        </Text>
      </Stack>
    )
  return (
    <Stack align="flex-start">
      {isDone && (
        <Text role="status" fw={600}>
          {t('places.added', { count: added.new })}{' '}
          {added.differing > 0 && t('places.taken_over', { count: added.differing })}
        </Text>
      )}
      {told.differing > 0 && (
        <Switch
          label={t('places.take_over', { count: told.differing })}
          checked={takeOver}
          onChange={(event) => setTakeOver(event.currentTarget.checked)}
        />
      )}
      <ProblemMessage error={error ?? failed} />
      {(told.new > 0 || takeOver) && (
        <Button onClick={add}>
          {told.new > 0 ? t('places.add', { count: told.new }) : t('places.take_over_now')}
        </Button>
      )}
    </Stack>
  )
}
