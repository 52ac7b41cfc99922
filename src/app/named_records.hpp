// SPDX-License-Identifier: Apache-2.0
#pragma once

// Records as a command line names them: by name or code, and made where they are new.

#include <string>

#include "base/result.hpp"
#include "desks/movements/source.hpp"
#include "record/record.hpp"
#include "store/store.hpp"

namespace tenpoint::app {

// The partner of that name or short name; a new one of no stated kind where there is none.
Result<Id> find_or_add_partner(store::Store& store, const access::Principal& principal,
                               const std::string& name);

// The source of that name; a new one, published by `publisher` if any, where there is none.
Result<record::Record<movements::Source>> find_or_add_source(store::Store& store,
                                                             const access::Principal& principal,
                                                             const std::string& name,
                                                             const Id& publisher);

// The code of the place or country of that code or name. `invalid_query` on `field` for none.
Result<std::string> known_place(store::Store& store, const access::Principal& principal,
                                const std::string& name, const std::string& field);

// The code of the corridor of that code, or of that name in any language. `invalid_query` on
// `field` for none.
Result<std::string> known_corridor(store::Store& store, const access::Principal& principal,
                                   const std::string& name, const std::string& field);

// Makes a place of that code where neither a place nor a country is known by it. A word that is
// nearly a known name is refused with `invalid_fields` on `field`, since it is more likely a slip.
// Says whether one was made.
Result<bool> ensure_place(store::Store& store, const access::Principal& principal,
                          const std::string& code, const std::string& field);

}  // namespace tenpoint::app
