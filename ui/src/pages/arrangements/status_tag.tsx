// SPDX-License-Identifier: Apache-2.0
import { Tag, type Tone } from '@/kit/tag'
import { useNames } from '@/state/names'

const tones: Record<string, Tone> = {
  planned: 'accent',
  active: 'good',
  dormant: 'warning',
  ended: 'quiet',
}

export function StatusTag({ status }: { status: string }) {
  const names = useNames()
  return <Tag tone={tones[status] ?? 'quiet'}>{names.code('arrangement_status', status)}</Tag>
}
