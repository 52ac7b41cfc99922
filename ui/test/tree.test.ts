// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import type { Arrangement } from '@/api/arrangements'
import { familyOf, familyTrees, relationsOf } from '@/pages/arrangements/family'
import { rowsOf, withAncestors } from '@/state/tree'

const make = (id: string, more: Partial<Arrangement> = {}) =>
  ({
    id,
    code: id,
    parent: null,
    phase: null,
    begins: null,
    predecessor: null,
    replicated_from: null,
    counterpart: null,
    ...more,
  }) as Arrangement

const told = (arrangements: Arrangement[]) =>
  rowsOf(familyTrees(arrangements)).map(({ item, depth }) => '  '.repeat(depth) + item.id)

describe('a family of arrangements', () => {
  const network = make('network')
  const all = [
    make('group-b', { parent: 'network' }),
    network,
    make('group-a', { parent: 'network' }),
    make('sub', { parent: 'group-b' }),
    make('alone', { begins: '2001' }),
  ]

  it('stands below what it is in, at any depth', () => {
    expect(told(all)).toEqual(['alone', 'network', '  group-a', '  group-b', '    sub'])
  })

  it('loses nobody: whose parent cannot be read, and who stand in each other by mistake', () => {
    const odd = [make('orphan', { parent: 'secret' }), make('x', { parent: 'y' })]
    const circle = [...odd, make('y', { parent: 'x' })]
    expect(told(circle)).toEqual(['orphan', 'x', '  y'])
  })

  it('tells phases in their order', () => {
    const phases = [make('b', { phase: 1, begins: '2007' }), make('a', { phase: 2 })]
    expect(told(phases)).toEqual(['b', 'a'])
  })

  it('shows what was found with all that it stands in', () => {
    const found = all.filter(({ id }) => id === 'sub')
    expect(told(withAncestors(found, all))).toEqual(['network', '  group-b', '    sub'])
  })

  it('of one arrangement is that arrangement first, and all in it', () => {
    expect(familyOf('group-b', all).map(({ id }) => id)).toEqual(['group-b', 'sub'])
    expect(familyOf('unknown', all)).toEqual([])
  })
})

describe('relations', () => {
  const somalia = make('somalia')
  const yemen = make('yemen', { replicated_from: 'somalia' })
  const forum = make('forum')
  const network = make('network', { counterpart: 'forum' })
  const second = make('second', { predecessor: 'first' })
  const first = make('first')
  const all = [somalia, yemen, forum, network, second, first]
  const of = (one: Arrangement) => relationsOf(one, all).map(({ sort, to }) => `${sort} ${to.id}`)

  it('are said on one side and told on both', () => {
    expect(of(yemen)).toEqual(['replicated_from somalia'])
    expect(of(somalia)).toEqual(['replicated_as yemen'])
    expect(of(first)).toEqual(['followed_by second'])
    expect(of(second)).toEqual(['follows first'])
  })

  it('of counterparts hold both ways, also where only one says so', () => {
    expect(of(forum)).toEqual(['counterpart network'])
    expect(of(network)).toEqual(['counterpart forum'])
  })
})
