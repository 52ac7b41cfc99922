// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "web/collection_routes.hpp"

// Filters of lists that say more than that one member has one value. Each fails with
// `invalid_query` for what it does not understand.
namespace tenpoint::web {

// "true" leaves the records that `holds` takes; "false" leaves all.
using FlagRule = std::function<bool(const store::Snapshot&, const store::Found&)>;
CollectionExtras::Filter flag_filter(std::string name, FlagRule holds);

// "ID,ID": those whose list of references names one of them.
CollectionExtras::Filter references_filter(const record::KindInfo& kind, std::string member);

// "word,word": those whose list of words from a code list holds one.
CollectionExtras::Filter words_filter(const record::KindInfo& kind, std::string member);

}  // namespace tenpoint::web
