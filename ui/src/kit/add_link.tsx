// SPDX-License-Identifier: Apache-2.0
import { Button, type ButtonProps } from '@mantine/core'
import { Link } from 'react-router-dom'
import { address } from '@/api/client'
import type { Plural } from '@/api/records'
import { useMay } from '@/api/session'
import { IconPlus } from './icons'

interface AddLinkProps {
  plural: Plural
  // What the form of the new record begins with, and the page to come `back` to.
  given: Record<string, string>
  label: string
  size?: ButtonProps['size']
}

// Leads to the form of a new record whoever may make one for the own partner.
export function AddLink({ plural, given, label, size = 'xs' }: AddLinkProps) {
  const mayAdd = useMay('contributor')
  if (!mayAdd) return null
  return (
    <Button
      component={Link}
      to={address(`/records/${plural}/new`, given)}
      variant="default"
      size={size}
      leftSection={<IconPlus size={16} />}
    >
      {label}
    </Button>
  )
}
