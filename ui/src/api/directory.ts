// SPDX-License-Identifier: Apache-2.0
import type { components } from './openapi'

export type Partner = components['schemas']['partner']
export type Presence = components['schemas']['presence']
export type Contact = components['schemas']['contact']
