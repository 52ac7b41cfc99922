// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "desks/coverage/concern.hpp"
#include "store/snapshot.hpp"

namespace tenpoint::coverage {

struct NameOfPlace {
    std::string code;
    LocalText name;
};
using NamesOfPlaces = std::unordered_map<Id, NameOfPlace>;

// What partners and places are called in a language, as far as a reader may read them.
class Names {
  public:
    // Organisations that the directory does not know are called as they were written.
    Names(const store::Snapshot& snapshot, Language language,
          const Organisations& organisations = {});

    Language language() const { return language_; }
    // Empty for what is not known.
    const std::string& partner(const Id& id) const { return of(partners_, id); }
    const std::string& place(const Id& id) const { return place_of(id).name.in(language_); }
    const std::string& code(const Id& place) const { return place_of(place).code; }
    std::string theme(Theme theme) const;
    // The word of a code list, "theme" or "population".
    std::string label(std::string_view list, std::string_view word) const;

  private:
    using ById = std::map<Id, std::string>;
    static const std::string& of(const ById& names, const Id& id);
    const NameOfPlace& place_of(const Id& id) const;

    Language language_;
    ById partners_;
    std::shared_ptr<const NamesOfPlaces> places_;
};

using WorksById = std::map<Id, const Work*>;
WorksById works_by_id(const Response& response);

// A reason in words.
std::string grounds_text(const Grounds& grounds, const WorksById& works, const Names& names);

}  // namespace tenpoint::coverage
