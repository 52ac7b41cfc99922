// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { get, send } from '@/api/client'
import { hasCode } from '@/api/problem'
import { type AnyRecord, useVerb } from '@/api/records'
import type { Field, KindFields } from '@/api/schema_reading'
import { Panel } from '@/kit/panel'
import { inOrder, type KeptPlural, kinds } from './kinds'
import { differences, type Meanwhile, meanwhile, type Values } from './meanwhile'
import { RecordForm } from './record_form'
import { sharingInputs } from './sharing'

interface EditingProps {
  plural: KeptPlural
  record: AnyRecord
  fields: KindFields
  onDone: () => void
}

export function Editing({ plural, record, fields, onDone }: EditingProps) {
  const { t } = useTranslation()
  const asked = [...inOrder(plural, fields.changed), ...sharingInputs(plural, fields)]
  const { draft, isNewer, touch, save } = useEditing(plural, record, asked)
  return (
    <Panel title={t('records.edit')}>
      <RecordForm
        key={draft.meanwhile && draft.before.version} // begins anew with what was refused
        kind={kinds[plural].name}
        fields={asked}
        before={draft.before}
        given={draft.meanwhile?.changed}
        meanwhile={draft.meanwhile}
        isNewer={isNewer}
        error={save.error}
        pending={save.isPending}
        onChange={touch}
        onSubmit={(said) => save.mutate(said, { onSuccess: (isSaved) => isSaved && onDone() })}
        onCancel={onDone}
      />
    </Panel>
  )
}

interface Draft {
  before: AnyRecord
  meanwhile?: Meanwhile
}

// Holds the version that the writing began from, whatever comes in beneath it, and sends what
// differs from that one. Where the server has a newer one, the writing goes on from there, and
// nothing is saved before the writer has seen it.
function useEditing(plural: KeptPlural, record: AnyRecord, fields: Field[]) {
  const [draft, setDraft] = useState<Draft>({ before: record })
  const [isTouched, setTouched] = useState(false)
  const isNewer = record.version > draft.before.version
  if (isNewer && !isTouched) setDraft({ before: record })
  const save = useVerb(async (said: Values): Promise<boolean> => {
    const { before } = draft
    const json = differences(fields, before, said)
    if (Object.keys(json).length === 0) return true
    const path = `/api/${plural}/${record.id}`
    try {
      await send(path, { method: 'PATCH', json, version: before.version })
      return true
    } catch (error) {
      if (!hasCode(error, 'precondition_failed')) throw error
      const now = await get<AnyRecord>(path)
      setDraft({ before: now, meanwhile: meanwhile(fields, before, said, now) })
      return false
    }
  })
  return {
    draft,
    isNewer: isNewer && !save.isPending, // one's own is no news
    touch: () => setTouched(true),
    save,
  }
}
