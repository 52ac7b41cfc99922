// SPDX-License-Identifier: Apache-2.0
//
// A busy machine is no failure: what a test waits for may come late.
import { configure } from '@testing-library/dom'

configure({ asyncUtilTimeout: 30_000 })
