// SPDX-License-Identifier: Apache-2.0

// A word of the address, where it is one of those that the page knows.
export const oneOf = <T extends string>(choices: readonly T[], word: string | null, otherwise: T) =>
  choices.find((choice) => choice === word) ?? otherwise
