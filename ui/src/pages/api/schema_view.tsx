// SPDX-License-Identifier: Apache-2.0
import { Anchor } from '@mantine/core'
import { type JsonSchema, typeOf } from '@/api/description'
import classes from './api.module.css'

// The words of a choice, one after the other.
export function words(schema: JsonSchema): string {
  return typeof schema === 'object' ? (schema.enum ?? []).map(String).join(' | ') : ''
}

// The name that a schema refers to, itself or by its items.
function referenceOf(schema: JsonSchema | undefined): string {
  if (typeof schema !== 'object') return ''
  if (schema.$ref) return schema.$ref.split('/').at(-1) ?? ''
  return schema.items ? referenceOf(schema.items) : ''
}

export function TypeName({ schema }: { schema: JsonSchema }) {
  const name = referenceOf(schema)
  const text = <code dir="ltr">{typeOf(schema)}</code>
  return name ? <Anchor href={`#schema-${name}`}>{text}</Anchor> : text
}

// The members of an object, and of the objects in it; what has a name of its own is linked to.
export function SchemaView({ schema }: { schema: JsonSchema }) {
  if (typeof schema !== 'object') return null
  if (schema.items) return <SchemaView schema={schema.items} />
  const required = new Set(schema.required)
  const members = Object.entries(schema.properties ?? {})
  if (members.length === 0) return null
  return (
    <ul className={classes.members}>
      {members.map(([name, member]) => (
        <li key={name}>
          <code dir="ltr">
            {name}
            {required.has(name) ? '' : '?'}
          </code>{' '}
          <TypeName schema={member} />
          {words(member) && (
            <code dir="ltr" className={classes.words}>
              {words(member)}
            </code>
          )}
          <SchemaView schema={member} />
        </li>
      ))}
    </ul>
  )
}

export function NamedSchema({ name, schema }: { name: string; schema: JsonSchema }) {
  return (
    <section id={`schema-${name}`} className={classes.schema}>
      <h3 dir="ltr">
        <code>{name}</code>
      </h3>
      <SchemaView schema={schema} />
    </section>
  )
}
