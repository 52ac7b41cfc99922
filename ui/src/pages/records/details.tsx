// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router-dom'
import { useLabels } from '@/api/labels'
import { type AnyRecord, useErase, useRemove } from '@/api/records'
import type { KindFields } from '@/api/schema_reading'
import { useMay } from '@/api/session'
import { ConfirmButton } from '@/kit/confirm_button'
import { Fact, Facts } from '@/kit/facts'
import { Panel } from '@/kit/panel'
import { useFormats } from '@/state/formats'
import { AccountKeeping } from './account_keeping'
import { Editing } from './editing'
import { FieldValue, fieldLabel, isEmpty } from './field_value'
import { isForAdministrators, type KeptPlural, kinds } from './kinds'

interface DetailsProps {
  plural: KeptPlural
  record: AnyRecord
  fields: KindFields
}

export function Details({ plural, record, fields }: DetailsProps) {
  const [query] = useSearchParams()
  const mayChange = useMay(kinds[plural].role)
  const [editing, setEditing] = useState(mayChange && query.has('edit')) // whoever came to edit
  const shown = { plural, record, fields }
  return editing ? (
    <Editing {...shown} onDone={() => setEditing(false)} />
  ) : (
    <Shown {...shown} onEdit={() => setEditing(true)} />
  )
}

function Shown({ plural, record, fields, onEdit }: DetailsProps & { onEdit: () => void }) {
  const { t } = useTranslation()
  const go = useNavigate()
  const labels = useLabels()
  const formats = useFormats()
  const mayChange = useMay(kinds[plural].role)
  const remove = useRemove(plural)
  // A ruling is withdrawn, never removed: what was printed under it must stay explicable.
  const mayRemove = mayChange && plural !== 'rulings'
  const shownSharing = fields.sharing.filter(
    ({ name }) =>
      !isForAdministrators(plural) &&
      (name !== 'shared_with' || record.visibility === 'restricted'),
  )
  return (
    <Panel
      title={t('records.details')}
      lead={t('records.changed_at', { when: formats.time(record.updated_at) })}
    >
      <Facts ruled>
        {[...fields.shown, ...shownSharing]
          .filter(({ name }) => !isEmpty(record[name]))
          .map((field) => (
            <Fact key={field.name} label={fieldLabel(labels, kinds[plural].name, field.name)}>
              <FieldValue kind={kinds[plural].name} field={field} value={record[field.name]} />
            </Fact>
          ))}
      </Facts>
      {mayChange ? (
        <Group>
          <Button onClick={onEdit}>{t('records.edit')}</Button>
          {plural === 'users' && <AccountKeeping id={record.id} />}
          {fields.erasable && <Erasing plural={plural} record={record} />}
          {mayRemove && (
            <ConfirmButton
              label={t('records.remove')}
              question={t('records.remove_question')}
              consequence={t('records.remove_consequence')}
              version={record.version}
              act={(version) =>
                remove.mutateAsync({ id: record.id, version }).then(() => go(`/records/${plural}`))
              }
              error={remove.error}
              pending={remove.isPending}
              variant="default"
              danger
            />
          )}
        </Group>
      ) : (
        <Text size="sm" c="dimmed">
          {t('records.read_only')}
        </Text>
      )}
    </Panel>
  )
}

function Erasing({ plural, record }: Pick<DetailsProps, 'plural' | 'record'>) {
  const { t } = useTranslation()
  const erase = useErase(plural)
  return (
    <ConfirmButton
      label={t('records.erase')}
      question={t('records.erase_question')}
      consequence={t('records.erase_consequence')}
      version={record.version}
      act={(version) => erase.mutateAsync({ id: record.id, version })}
      error={erase.error}
      pending={erase.isPending}
      variant="default"
      danger
    />
  )
}
