// SPDX-License-Identifier: Apache-2.0
#include "desks/activities/partner_lookup.hpp"

#include "base/text.hpp"
#include "desks/directory/partner_names.hpp"
#include "store/merged_names.hpp"

namespace tenpoint::activities {
namespace {

constexpr std::size_t shortest_to_suggest = 4;

}  // namespace

void PartnerLookup::add_name(const Id& id, const std::string& name) {
    auto key = folded(name);
    if (key.empty()) return;
    const auto [known, is_new] = partners_.try_emplace(std::move(key), Known{id, name});
    if (!is_new && known->second.id != id) known->second.id = {};
}

void PartnerLookup::add(const Id& id, const directory::Partner& partner) {
    for (const auto& name : directory::all_names(partner))
        add_name(id, name.text);
}

void PartnerLookup::add_former(const Id& id, const std::string& name) {
    if (!partners_.contains(folded(name))) add_name(id, name);
}

const PartnerLookup::Known* PartnerLookup::find_name(std::string_view text) const {
    const auto known = partners_.find(folded(text));
    return known == partners_.end() || known->second.id.empty() ? nullptr : &known->second;
}

std::optional<Id> PartnerLookup::find(std::string_view text) const {
    const auto* known = find_name(text);
    const auto open = text.rfind('(');
    const auto close = text.rfind(')');
    if (known == nullptr && open != text.npos && close != text.npos && open < close) {
        known = find_name(text.substr(0, open));
        if (known == nullptr) known = find_name(text.substr(open + 1, close - open - 1));
    }
    return known == nullptr ? std::nullopt : std::optional(known->id);
}

std::string PartnerLookup::suggest(std::string_view text) const {
    const auto wanted = folded(text);
    if (wanted.size() < shortest_to_suggest) return {};
    std::size_t nearest = 3;
    std::string name;
    for (const auto& [key, known] : partners_) {
        const auto distance = edit_distance(wanted, key, nearest);
        if (distance >= nearest) continue;
        nearest = distance;
        name = known.name;
    }
    return name;
}

PartnerLookup all_partners(const store::Snapshot& snapshot) {
    PartnerLookup lookup;
    const auto partners = snapshot.all<directory::Partner>();
    for (const auto& [envelope, partner] : partners)
        lookup.add(envelope.id, partner);
    for (const auto& [envelope, partner] : partners)
        if (envelope.version > 1)  // it was changed since it was entered
            for (const auto& name : store::merged_names(
                     snapshot, record::kind_info<directory::Partner>(), envelope.id))
                lookup.add_former(envelope.id, name);
    return lookup;
}

}  // namespace tenpoint::activities
