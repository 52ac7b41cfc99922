// SPDX-License-Identifier: Apache-2.0
#include "web/ruling_extras.hpp"

#include <algorithm>
#include <tuple>

#include "desks/movements/ruling.hpp"

namespace tenpoint::web {

using movements::Ruling;

namespace {

bool say_the_same(const Ruling& a, const Ruling& b) {
    const auto said = [](const Ruling& ruling) {
        return std::tie(ruling.place, ruling.indicator, ruling.from, ruling.to, ruling.source);
    };
    return said(a) == said(b);
}

Result<void> check_stands_once(const store::Snapshot& snapshot, const record::StoredRow& row,
                               const Id& id) {
    const auto asked = record::from_row<Ruling>(row);
    if (asked.withdrawn) return {};
    store::ListQuery of_place;
    of_place.equal = {{"place", asked.place.id.text}};
    of_place.limit = 0;
    const auto there = snapshot.all<Ruling>(of_place);
    const bool stands = std::ranges::any_of(there, [&](const auto& other) {
        return other.envelope.id != id && !other.value.withdrawn &&
               say_the_same(other.value, asked);
    });
    if (!stands) return {};
    return Problem{ProblemCode::already_exists, "ruling", {{"/source", "already_ruled"}}};
}

}  // namespace

CollectionExtras ruling_extras() {
    CollectionExtras extras;
    extras.check = check_stands_once;
    return extras;
}

}  // namespace tenpoint::web
