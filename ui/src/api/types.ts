// SPDX-License-Identifier: Apache-2.0
// Names for what the server sends and takes. The shapes are its own: `npm run describe` makes
// openapi.d.ts from its description of the API.
import type { components, operations } from './openapi'

type Schemas = components['schemas']

type JsonOf<Message> = Message extends { content: { 'application/json': infer Json } }
  ? Json
  : never
type GoodAnswer<Answers> = Answers[keyof Answers & (200 | 201 | 202)]

// What the operation of that name answers where it does not refuse.
export type Answer<Name extends keyof operations> = JsonOf<
  GoodAnswer<operations[Name]['responses']>
>
// What is sent to it.
export type Body<Name extends keyof operations> = JsonOf<operations[Name]['requestBody']>

export type Session = Answer<'get_session'>
export type Role = Session['role']
export type Language = Session['language']

export type Place = Schemas['place']
export type Source = Schemas['source']
export type Partner = Schemas['partner']
export type Corridor = Schemas['corridor']
export type Ruling = Schemas['ruling']
export type Batch = Schemas['batch']
export type Edition = Schemas['sheet']
export type JournalEntry = Schemas['journal_entry']

// What every record has.
export type RecordEnvelope = Pick<
  Place,
  'id' | 'version' | 'owner' | 'visibility' | 'shared_with' | 'created_at' | 'updated_at'
>
export type Page<T> = Omit<Answer<'list_places'>, 'items'> & { items: T[] }

export type LocalText = Place['name']
export type BatchStatus = Batch['status']
export type Indicator = Corridor['indicators'][number]

export type Labels = Answer<'get_labels'>
export type Overview = Answer<'get_overview'>
