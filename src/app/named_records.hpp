// SPDX-License-Identifier: Apache-2.0
#pragma once

// Records as a command line names them: by name or code, and made where they are new.

#include <string>
#include <string_view>

#include "app/terminal.hpp"
#include "base/result.hpp"
#include "desks/movements/source.hpp"
#include "record/record.hpp"
#include "store/store.hpp"
#include "store/transaction.hpp"

namespace tenpoint::app {

// Says on the terminal that something new was made of a name, which may have been a slip: the
// translation `reports.<what>`.
void say_made(Terminal& terminal, std::string_view what, const std::string& name);

struct NamedPartner {
    Id id;
    std::string name;  // that it is known by here
    bool is_new = false;
};

// The partner that is called so, in whatever language and however that is written; a new one of no
// stated kind where there is none. Fails with `already_exists` on "/partner" where several share
// the name.
Result<NamedPartner> find_or_add_partner(store::Transaction& transaction, const std::string& name);

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
Result<bool> ensure_place(store::Transaction& transaction, const std::string& code,
                          const std::string& field);

}  // namespace tenpoint::app
