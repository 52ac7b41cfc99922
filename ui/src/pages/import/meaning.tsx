// SPDX-License-Identifier: Apache-2.0
import { Alert, Anchor, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router-dom'
import type { ReceivedFile, Sharing } from '@/api/import_types'
import { named, orderImport, recogniseAgain, useLastFile } from '@/api/imports'
import { useSession } from '@/api/session'
import { Panel } from '@/kit/panel'
import { ProblemMessage } from '@/kit/problem_message'
import { useFormats } from '@/state/formats'
import { Columns } from './columns'
import { Constants } from './constants'
import { mappingFor, missingFrom, settledBy } from './reading_order'
import { SharingChoice } from './sharing_choice'
import { SheetChoice } from './sheet_choice'
import { SourceChoice } from './source_choice'

interface MeaningProps {
  received: ReceivedFile
  onCancel: () => void
}

// What the file's columns mean and whose it is: shown as recognised, to be set right by a person.
export function Meaning({ received, onCancel }: MeaningProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const go = useNavigate()
  const [source, setSource] = useState(received.suggested_source ?? '')
  const [recognised, setRecognised] = useState({
    recognition: received.recognition,
    mapping: received.mapping,
  })
  const { recognition, mapping } = recognised
  const { data: session } = useSession()
  const last = useLastFile(source, session?.partner.id)
  const [chosen, setChosen] = useState<Sharing>()
  const sharing = chosen ?? (last === null ? 'partners' : last?.visibility)
  const [settled, setSettled] = useState(() => settledBy(recognition.columns, mapping))

  const again = useMutation({
    mutationFn: (query: { sheet?: string | null; source?: string }) =>
      recogniseAgain(received.file, query),
    onSuccess: (fresh) => {
      setRecognised(fresh)
      setSettled((chosen) => settledBy(fresh.recognition.columns, fresh.mapping, chosen))
    },
  })
  const order = useMutation({
    mutationFn: () =>
      orderImport({
        file: received.file,
        source,
        mapping: mappingFor(recognition.columns, mapping, settled),
        sheet: recognition.sheet ?? undefined,
        visibility: sharing,
        ...(sharing && named(sharing, last)),
      }),
    onSuccess: ({ job }) => go(`/import/jobs/${job}`),
  })
  const missing = missingFrom(settled, mapping)
  const chooseSource = (id: string) => {
    setSource(id)
    again.mutate({ sheet: recognition.sheet, source: id })
  }

  return (
    <Panel
      title={received.name}
      lead={[
        formats.bytes(received.bytes),
        recognition.format.toUpperCase(),
        recognition.encoding,
        recognition.hxl && t('import.has_hxl'),
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
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <SourceChoice value={source} onChange={chooseSource} />
        {recognition.sheets.length > 1 && (
          <SheetChoice
            sheets={recognition.sheets}
            value={recognition.sheet}
            onChange={(sheet) => again.mutate({ sheet, source: source || undefined })}
          />
        )}
      </SimpleGrid>
      <Columns
        columns={recognition.columns}
        fields={settled.fields}
        onChange={(fields) => setSettled({ ...settled, fields })}
      />
      <Constants settled={settled} onChange={setSettled} />
      <SharingChoice
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
          <Button
            onClick={() => order.mutate()}
            loading={order.isPending}
            disabled={!source || !sharing || missing.length > 0}
          >
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
