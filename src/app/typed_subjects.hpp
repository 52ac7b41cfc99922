// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "app/command.hpp"
#include "desks/movements/codes.hpp"

namespace tenpoint::app {

// What figures are about, as people type it: `--indicator` and `--place`, each with several words.
struct SubjectOptions {
    std::vector<std::string> indicators, places;
};

void add_subject_options(CLI::App& command, SubjectOptions& options);

// Fails with `invalid_query` for a word that is none: it would be a silent nothing.
Result<std::vector<movements::Indicator>> typed_indicators(const SubjectOptions& options);

// The codes of the places that are named by code or name. Fails with `invalid_query` for none.
Result<std::vector<std::string>> typed_places(const SubjectOptions& options,
                                              CommandContext& context, Node& node);

}  // namespace tenpoint::app
