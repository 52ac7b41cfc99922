// SPDX-License-Identifier: Apache-2.0
import type { ActionStatus } from '@/api/arrangements'
import { Tag, type Tone } from '@/kit/tag'
import { useNames } from '@/state/names'

const tones: Record<ActionStatus, Tone> = {
  planned: 'quiet',
  under_way: 'accent',
  done: 'good',
  dropped: 'quiet',
}

export function ActionStatusTag({ status }: { status: ActionStatus }) {
  const names = useNames()
  return <Tag tone={tones[status]}>{names.code('action_status', status)}</Tag>
}
