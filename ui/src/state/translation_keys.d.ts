// SPDX-License-Identifier: Apache-2.0
import 'i18next'
import type texts from '@translations/en/ui.json'

// A key that is not in the English texts does not compile.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'ui'
    resources: { ui: typeof texts }
    returnNull: false
  }
}
