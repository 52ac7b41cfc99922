// SPDX-License-Identifier: Apache-2.0
import { useKindFields } from '@/api/schema'
import { Answer } from '@/kit/answer'
import { History } from '../records/history'
import type { TabProps } from './arrangement_page'

export function ArrangementHistory({ arrangement }: TabProps) {
  const schema = useKindFields('arrangements')
  return (
    <Answer query={schema}>
      {(fields) => (
        <History
          plural="arrangements"
          id={arrangement.id}
          fields={[...fields.shown, ...fields.sharing]}
        />
      )}
    </Answer>
  )
}
