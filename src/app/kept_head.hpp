// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "app/terminal.hpp"
#include "base/result.hpp"
#include "store/known_head.hpp"

namespace tenpoint::app {

// A journal.head that was kept elsewhere, as typed. Fails with `invalid_fields` on `/head`.
Result<store::KnownHead> read_kept_head(const std::string& typed, Terminal& terminal);

}  // namespace tenpoint::app
