// SPDX-License-Identifier: Apache-2.0
import type { TabProps } from './arrangement_page'

export interface DialogProps extends TabProps {
  onClose: () => void
}
