// SPDX-License-Identifier: Apache-2.0
#include "desks/directory/partner_names.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"

namespace tenpoint::directory {
namespace {

void add_local_names(const char* member, const LocalText& texts, bool are_short,
                     std::vector<PartnerName>& names) {
    for (const auto* text : {&texts.en, &texts.fr, &texts.es, &texts.ar})
        if (!text->empty()) names.push_back({member, *text, are_short});
}

std::vector<PartnerName> folded_names(const Partner& partner) {
    auto names = all_names(partner);
    for (auto& name : names)
        name.text = folded(name.text);
    std::erase_if(names, [](const PartnerName& name) { return name.text.empty(); });
    return names;
}

bool is_one(const PartnerName& name, const PartnerName& other) {
    return name.text == other.text && !(name.is_short && other.is_short);
}

bool is_among(const std::vector<PartnerName>& names, const PartnerName& name) {
    return std::ranges::any_of(names,
                               [&](const PartnerName& other) { return is_one(name, other); });
}

}  // namespace

std::vector<PartnerName> all_names(const Partner& partner) {
    std::vector<PartnerName> names{{"name", partner.name}};
    if (partner.short_name && !partner.short_name->empty())
        names.push_back({"short_name", *partner.short_name, true});
    add_local_names("names", partner.names, false, names);
    add_local_names("short_names", partner.short_names, true, names);
    return names;
}

std::optional<record::Record<Partner>> find_by_name(const store::Snapshot& snapshot,
                                                    const std::string& name) {
    if (auto known = snapshot.find<Partner>("name", name)) return known;
    const auto wanted = folded(name);
    std::optional<record::Record<Partner>> found;
    for (auto& partner : snapshot.all<Partner>()) {
        const auto names = folded_names(partner.value);
        if (std::ranges::find(names, wanted, &PartnerName::text) == names.end()) continue;
        if (found) return std::nullopt;
        found = std::move(partner);
    }
    return found;
}

Result<void> check_names(const store::Snapshot& snapshot, const Partner& partner, const Id& id) {
    const auto whole = snapshot.as_the_node();
    auto names = folded_names(partner);
    if (const auto before = whole.get<Partner>(id))
        std::erase_if(names, [known = folded_names(before->value)](const PartnerName& name) {
            return std::ranges::find(known, name.text, &PartnerName::text) != known.end();
        });
    if (names.empty()) return {};
    for (const auto& [envelope, other] : whole.all<Partner>()) {
        if (envelope.id == id || other.name == partner.name) continue;  // that says the database
        const auto theirs = folded_names(other);
        // Ministries of two countries may be called alike but for the name that lists show.
        const bool of_two_countries =
            partner.country && other.country && *partner.country != *other.country;
        const auto taken = std::ranges::find_if(names, [&](const PartnerName& name) {
            return (name.member == "name" || !of_two_countries) && is_among(theirs, name);
        });
        if (taken == names.end()) continue;
        const auto pointer = fmt::format("/{}", taken->member);
        if (!snapshot.get<Partner>(envelope.id))
            return Problem{ProblemCode::already_exists, "partner", {{pointer, "already_taken"}}};
        return Problem{ProblemCode::already_exists,
                       "partner",
                       {{pointer, "known_by_this_name", {other.name}}}};
    }
    return {};
}

}  // namespace tenpoint::directory
