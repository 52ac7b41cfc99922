// SPDX-License-Identifier: Apache-2.0
#include "desks/arrangements/family.hpp"

namespace tenpoint::arrangements {

Result<Family> family_of(const store::Snapshot& snapshot, const Id& id) {
    TENPOINT_TRY(root, snapshot.get<Arrangement>(id));
    Family family{std::move(root)};
    const auto is_known = [&](const Id& met) {
        return std::ranges::any_of(family,
                                   [&](const auto& member) { return member.envelope.id == met; });
    };
    for (std::size_t next = 0; next < family.size(); ++next) {
        store::ListQuery query;
        query.equal = {{"parent", family[next].envelope.id.text}};
        for (auto& child : snapshot.all<Arrangement>(query))
            if (!is_known(child.envelope.id)) family.push_back(std::move(child));
    }
    return family;
}

}  // namespace tenpoint::arrangements
