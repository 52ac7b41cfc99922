// SPDX-License-Identifier: Apache-2.0
import type { Field, KindFields } from '@/api/schema_reading'
import { type KeptPlural, kinds } from './kinds'

// What the form asks about who may read a record. Accounts are the administrators' alone.
export function sharingInputs(plural: KeptPlural, { sharing }: KindFields): Field[] {
  if (kinds[plural].role === 'administrator') return []
  return sharing
    .filter(({ name }) => name !== 'owner')
    .map((field) => ({ ...field, required: field.name === 'visibility' }))
}
