// SPDX-License-Identifier: Apache-2.0

interface Nested {
  id: string
  parent: string | null
}

export interface TreeNode<T> {
  item: T
  depth: number
  children: TreeNode<T>[]
}

// Things below those that they are part of. One whose parent is not among them, or that is part of
// itself by mistake, is a root: none is lost.
export function growTrees<T extends Nested>(
  items: readonly T[],
  compare: (a: T, b: T) => number,
): TreeNode<T>[] {
  const known = new Set(items.map(({ id }) => id))
  const sorted = [...items].sort(compare)
  const placed = new Set<string>()

  const grow = (item: T, depth: number): TreeNode<T> => {
    placed.add(item.id)
    const children: TreeNode<T>[] = []
    for (const each of sorted)
      if (each.parent === item.id && !placed.has(each.id)) children.push(grow(each, depth + 1))
    return { item, depth, children }
  }

  const trees = sorted
    .filter(({ parent }) => !parent || !known.has(parent))
    .map((root) => grow(root, 0))
  for (const item of sorted) if (!placed.has(item.id)) trees.push(grow(item, 0))
  return trees
}

// The trees row by row, each with its depth.
export const rowsOf = <T>(trees: readonly TreeNode<T>[]): TreeNode<T>[] =>
  trees.flatMap((tree) => [tree, ...rowsOf(tree.children)])

// Those that were found, with all that they are part of, so that each is seen in its place.
export function withAncestors<T extends Nested>(found: readonly T[], all: readonly T[]): T[] {
  const byId = new Map(all.map((each) => [each.id, each]))
  const kept = new Map<string, T>()
  for (const one of found) {
    let each: T | undefined = one
    while (each && !kept.has(each.id)) {
      kept.set(each.id, each)
      each = each.parent ? byId.get(each.parent) : undefined
    }
  }
  return [...kept.values()]
}

// One of them and all that is part of it.
export function branchOf<T extends Nested>(
  id: string,
  all: readonly T[],
  compare: (a: T, b: T) => number,
): TreeNode<T> | undefined {
  return rowsOf(growTrees(all, compare)).find(({ item }) => item.id === id)
}
