// SPDX-License-Identifier: Apache-2.0
import { Button, Collapse, Group, Paper, Select, Stack, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAll, useCreate } from '@/api/records'
import type { Source } from '@/api/types'
import { ProblemMessage } from '@/kit/problem_message'
import { useNames } from '@/state/names'

interface SourceChoiceProps {
  value: string
  onChange: (id: string) => void
}

// Whose file it is; a source that is not there yet is made in place.
export function SourceChoice({ value, onChange }: SourceChoiceProps) {
  const { t } = useTranslation()
  const names = useNames()
  const { data: sources } = useAll<Source>('sources')
  const [opened, { toggle, close }] = useDisclosure(false)
  return (
    <Stack gap="xs">
      <Select
        label={t('import.source')}
        description={t('import.source_hint')}
        placeholder={t('import.source_choose')}
        data={
          sources?.map((source) => ({
            value: source.id,
            label: [source.name, names.text(source.title)].filter(Boolean).join(' · '),
          })) ?? []
        }
        value={value || null}
        onChange={(id) => id && onChange(id)}
        searchable
        allowDeselect={false}
      />
      <Group>
        <Button variant="subtle" size="compact-sm" aria-expanded={opened} onClick={toggle}>
          {t('import.new_source')}
        </Button>
      </Group>
      <Collapse in={opened}>
        <NewSource
          onMade={(id) => {
            onChange(id)
            close()
          }}
        />
      </Collapse>
    </Stack>
  )
}

function NewSource({ onMade }: { onMade: (id: string) => void }) {
  const { t, i18n } = useTranslation()
  const create = useCreate<Source>('sources')
  const [name, setName] = useState('')
  const [title, setTitle] = useState('')
  const [licence, setLicence] = useState('')
  const make = () =>
    create.mutate(
      { name, title: { [i18n.language]: title || name }, licence, attribution: name },
      { onSuccess: (source) => onMade(source.id) },
    )
  return (
    <Paper withBorder p="sm" radius="md">
      <Stack gap="xs">
        <TextInput
          label={t('import.source_name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t('import.source_title')}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <TextInput
          label={t('import.source_licence')}
          value={licence}
          onChange={(event) => setLicence(event.currentTarget.value)}
        />
        <ProblemMessage error={create.error} />
        <Group>
          <Button size="xs" onClick={make} loading={create.isPending} disabled={!name.trim()}>
            {t('import.make_source')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  )
}
