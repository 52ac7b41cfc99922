// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "base/problem.hpp"
#include "base/result.hpp"
#include "desks/movements/mapping.hpp"
#include "desks/movements/place_lookup.hpp"

namespace tenpoint::movements {

// What can be wrong with a mapping whatever table it is laid over.

// Of two columns for the same date or coordinate one would be dropped without a word.
// Fails with `invalid_fields`.
Result<void> refuse_repeated(const Mapping& mapping);

// Adds the constants that nothing is known by: a misspelt place would swallow a whole file.
void check_all_settings(const Mapping& mapping, const PlaceLookup& places,
                        std::vector<FieldProblem>& problems);

}  // namespace tenpoint::movements
