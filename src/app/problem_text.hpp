// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/language.hpp"
#include "base/problem.hpp"

namespace tenpoint::app {

// The problem as lines for a person at a terminal: its sentence, then a line for each field.
std::string problem_text(const Problem& problem, Language language);

}  // namespace tenpoint::app
