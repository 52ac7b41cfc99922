// SPDX-License-Identifier: Apache-2.0
import { Alert, Anchor, Button, Group, NumberInput, SimpleGrid, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router-dom'
import type { ApiMapping, ReceivedFile, Sharing } from '@/api/import_types'
import { named, orderImport, recogniseAgain, useLastFile } from '@/api/imports'
import { useSession } from '@/api/session'
import { IconLock } from '@/kit/icons'
import { Panel } from '@/kit/panel'
import { ProblemMessage } from '@/kit/problem_message'
import { useFormats } from '@/state/formats'
import { useNames } from '@/state/names'
import { useUndo } from '@/state/undo'
import { Columns } from './columns'
import { Constants } from './constants'
import type { Editing } from './editing'
import { Likeness } from './likeness'
import { draftOf, isOfActivities, isSame, missingFrom } from './mapping_draft'
import { MoreSettings } from './more_settings'
import { Preview } from './preview'
import { SharingChoice } from './sharing_choice'
import { SheetChoice } from './sheet_choice'
import { SourceChoice } from './source_choice'

interface MeaningProps {
  received: ReceivedFile
  onCancel: () => void
}

// Whether a key belongs to what is being written.
const isWriting = ({ target }: KeyboardEvent) =>
  target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea')

// What the file's columns mean and whose it is: shown as recognised, to be set right by a person.
export function Meaning({ received, onCancel }: MeaningProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const names = useNames()
  const go = useNavigate()
  const [source, setSource] = useState(received.suggested_source ?? '')
  const [recognition, setRecognition] = useState(received.recognition)
  const [suggested, setSuggested] = useState(() =>
    draftOf(received.recognition.columns, received.mapping),
  )
  const steps = useUndo(() => suggested)
  const draft = steps.value
  const { data: session } = useSession()
  const last = useLastFile(source, session?.partner.id)
  const [chosen, setChosen] = useState<Sharing>()
  const sharing = chosen ?? (last === null ? 'partners' : last?.visibility)
  const sheet = recognition.sheet

  const again = useMutation({
    mutationFn: (query: { sheet?: string | null; source?: string; header_row?: number }) =>
      recogniseAgain(received.file, query),
    onSuccess: (fresh) => {
      setRecognition(fresh.recognition)
      setSuggested(draftOf(fresh.recognition.columns, fresh.mapping))
      steps.replace((before) => draftOf(fresh.recognition.columns, fresh.mapping, before))
    },
  })
  const order = useMutation({
    mutationFn: () =>
      orderImport({
        file: received.file,
        source,
        mapping: draft as ApiMapping,
        sheet: sheet ?? undefined,
        visibility: sharing,
        ...(sharing && named(sharing, last)),
      }),
    onSuccess: ({ job }) => go(`/import/jobs/${job}`),
  })
  const isAboutPersons = recognition.columns.some(({ personal }) => personal)
  const missing = missingFrom(draft)
  const hasRules =
    draft.filters?.every(
      ({ reason, unless }) => reason && (unless ?? []).every(({ texts }) => texts?.length),
    ) ?? true
  const isReady = !!source && !!sharing && missing.length === 0 && hasRules
  const chooseSource = (id: string) => {
    setSource(id)
    again.mutate({ sheet, source: id, header_row: draft.header_row })
  }
  const takeBack = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || isWriting(event)) return
    const key = event.key.toLowerCase()
    const step = key === 'y' || (key === 'z' && event.shiftKey) ? steps.redo : steps.undo
    if (key !== 'z' && key !== 'y') return
    event.preventDefault()
    step?.()
  }
  const editing: Editing = {
    file: received.file,
    sheet,
    columns: recognition.columns,
    suggested,
    draft,
    onChange: steps.change,
  }

  return (
    <Panel
      title={received.name}
      lead={[
        formats.bytes(received.bytes),
        recognition.format.toUpperCase(),
        recognition.encoding,
        recognition.hxl && t('import.has_hxl'),
        isOfActivities(draft) && names.code('content', 'activities'),
      ]
        .filter(Boolean)
        .join(' · ')}
    >
      {received.same_as && (
        <Alert variant="light" title={t('import.same_file')}>
          <Anchor component={Link} to={`/import/${received.same_as}`}>
            {t('import.open_same')}
          </Anchor>
        </Alert>
      )}
      <Likeness
        likely={received.likely_sources}
        source={source}
        onChoose={chooseSource}
        onRead={isReady ? () => order.mutate() : undefined}
      />
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
        <SourceChoice value={source} onChange={chooseSource} />
        {recognition.sheets.length > 1 && (
          <SheetChoice
            recognition={recognition}
            onChange={(other) => again.mutate({ sheet: other, source: source || undefined })}
          />
        )}
        <HeaderRow
          key={recognition.header_row}
          value={recognition.header_row}
          onChange={(header_row) =>
            again.mutate({ sheet, source: source || undefined, header_row })
          }
        />
      </SimpleGrid>
      {isAboutPersons && (
        <Alert variant="light" color="yellow" icon={<IconLock />}>
          {t('import.personal_lead')}
        </Alert>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: buttons do the same */}
      <div onKeyDown={takeBack}>
        <Stack gap="md">
          <Group gap="xs" justify="flex-end" role="toolbar" aria-label={t('import.steps')}>
            <Button variant="default" size="xs" disabled={!steps.undo} onClick={steps.undo}>
              {t('import.undo')}
            </Button>
            <Button variant="default" size="xs" disabled={!steps.redo} onClick={steps.redo}>
              {t('import.redo')}
            </Button>
            <Button
              variant="default"
              size="xs"
              disabled={isSame(draft, suggested)}
              onClick={() => steps.change(suggested)}
            >
              {t('import.all_as_suggested')}
            </Button>
          </Group>
          <Columns editing={editing} key={`${sheet}/${recognition.header_row}`} />
          <Constants draft={draft} onChange={steps.change} />
          {!isOfActivities(draft) && <MoreSettings editing={editing} />}
        </Stack>
      </div>
      <Preview editing={editing} isComplete={missing.length === 0 && hasRules} />
      <SharingChoice
        content={isOfActivities(draft) ? 'activities' : 'figures'}
        isAboutPersons={isAboutPersons}
        label={t('import.sharing.title')}
        value={sharing}
        before={last ?? undefined}
        onChange={setChosen}
      />
      <ProblemMessage error={again.error ?? order.error} />
      <Stack gap="xs">
        {missing.length > 0 && (
          <Text size="sm" c="dimmed" role="status">
            {t('import.missing', {
              list: formats.list(missing.map((what) => t(`import.missing_parts.${what}`))),
            })}
          </Text>
        )}
        <Group>
          <Button onClick={() => order.mutate()} loading={order.isPending} disabled={!isReady}>
            {t('import.read')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('import.other_file')}
          </Button>
        </Group>
      </Stack>
    </Panel>
  )
}

interface HeaderRowProps {
  value: number // 0: there is none
  onChange: (row: number) => void
}

// Where the headers stand, as the partner's own program counts rows.
function HeaderRow({ value, onChange }: HeaderRowProps) {
  const { t } = useTranslation()
  const [row, setRow] = useState<number | string>(value || '')
  const settle = () => {
    if (typeof row === 'number' && row > 0 && row !== value) onChange(row)
  }
  return (
    <NumberInput
      label={t('import.header_row')}
      description={t('import.header_row_hint')}
      value={row}
      onChange={setRow}
      onBlur={settle}
      onKeyDown={(event) => event.key === 'Enter' && settle()}
      min={1}
      allowDecimal={false}
      hideControls
    />
  )
}
