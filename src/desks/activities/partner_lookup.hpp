// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "desks/directory/partner.hpp"
#include "record/record.hpp"
#include "store/snapshot.hpp"

namespace tenpoint::activities {

// Finds partners by what sheets call them: their names and short names in any language, also where
// one stands in brackets behind the other: "World Food Programme (WFP)"; and by the names of those
// that were merged into them.
class PartnerLookup {
  public:
    void add(const Id& id, const directory::Partner& partner);
    // What one was called that was merged into the partner, unless another is called so today.
    void add_former(const Id& id, const std::string& name);

    bool empty() const { return partners_.empty(); }
    // Nothing where there is none, or several share the name.
    std::optional<Id> find(std::string_view text) const;
    // The nearest name, at most two letters away, as it is known here; or empty.
    std::string suggest(std::string_view text) const;

  private:
    struct Known {
        Id id;  // empty where several share the name
        std::string name;
    };
    void add_name(const Id& id, const std::string& name);
    const Known* find_name(std::string_view text) const;

    std::map<std::string, Known, std::less<>> partners_;  // by folded name
};

// The partners that whoever reads the snapshot may see.
PartnerLookup all_partners(const store::Snapshot& snapshot);

}  // namespace tenpoint::activities
