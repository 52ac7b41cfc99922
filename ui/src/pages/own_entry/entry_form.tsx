// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Checkbox, MultiSelect, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLabels } from '@/api/labels'
import {
  type GivenEntry,
  type OwnEntry,
  type SpokenLanguage,
  type Theme,
  useConfirmOwnEntry,
} from '@/api/own_entry'
import { hasCode } from '@/api/problem'
import { choicesOf } from '@/kit/filters'
import { ProblemMessage } from '@/kit/problem_message'

const texts = [
  { name: 'name', complete: 'name' },
  { name: 'position', complete: 'organization-title' },
  { name: 'email', complete: 'email' },
  { name: 'telephone', complete: 'tel' },
] as const
const isLatin = (name: string) => name === 'email' || name === 'telephone'

const givenOf = (entry: OwnEntry): GivenEntry => ({
  name: entry.name,
  position: entry.position,
  email: entry.email,
  telephone: entry.telephone,
  themes: entry.themes,
  languages: entry.languages,
  left: false,
})

interface EntryFormProps {
  entry: OwnEntry
  token: string
  onDone: (hasLeft: boolean) => void
  onStale: () => void // it was changed since
}

export function EntryForm({ entry, token, onDone, onStale }: EntryFormProps) {
  const { t } = useTranslation()
  const labels = useLabels()
  const confirm = useConfirmOwnEntry(token, entry.version)
  const [given, setGiven] = useState(() => givenOf(entry))
  const label = (name: string) => labels.kinds.contact?.[name] ?? name
  const isChanged = JSON.stringify(given) !== JSON.stringify(givenOf(entry))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    confirm.mutate(given, {
      onSuccess: () => onDone(given.left),
      onError: (error) => hasCode(error, 'precondition_failed') && onStale(),
    })
  }
  const act = given.left ? 'submit_left' : isChanged ? 'submit_changed' : 'submit'
  return (
    <Stack component="form" onSubmit={submit}>
      {texts.map(({ name, complete }) => (
        <TextInput
          key={name}
          label={label(name)}
          autoComplete={complete}
          dir={isLatin(name) ? 'ltr' : undefined}
          value={given[name] ?? ''}
          onChange={(event) => setGiven({ ...given, [name]: event.currentTarget.value || null })}
        />
      ))}
      <MultiSelect
        label={label('languages')}
        searchable
        data={choicesOf(labels.codes.spoken_language)}
        value={given.languages}
        onChange={(words) => setGiven({ ...given, languages: words as SpokenLanguage[] })}
      />
      <MultiSelect
        label={label('themes')}
        searchable
        data={choicesOf(labels.codes.theme)}
        value={given.themes}
        onChange={(words) => setGiven({ ...given, themes: words as Theme[] })}
      />
      <Checkbox
        label={t('own_entry.left')}
        description={t('own_entry.left_detail')}
        checked={given.left}
        onChange={(event) => setGiven({ ...given, left: event.currentTarget.checked })}
      />
      {hasCode(confirm.error, 'not_found') ? (
        <Alert color="yellow" variant="light" role="alert">
          {t('own_entry.not_taken')}
        </Alert>
      ) : (
        <ProblemMessage error={confirm.error} />
      )}
      <Button type="submit" size="md" loading={confirm.isPending}>
        {t(`own_entry.${act}`)}
      </Button>
    </Stack>
  )
}
