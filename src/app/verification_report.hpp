// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/terminal.hpp"
#include "store/verification.hpp"

namespace tenpoint::app {

// Tells what was verified, or the first thing wrong; gives the exit code.
int report(const store::Verification& found, Terminal& terminal);

}  // namespace tenpoint::app
