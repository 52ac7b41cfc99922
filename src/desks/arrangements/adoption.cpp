// SPDX-License-Identifier: Apache-2.0
#include "desks/arrangements/adoption.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "desks/arrangements/as_seen.hpp"
#include "desks/arrangements/family.hpp"

namespace tenpoint::arrangements {
namespace {

constexpr std::array adopted_members{"title", "description", "due", "target"};

boost::json::object adopted_text(const Action& action, Day on) {
    const auto values = record::kind_info<Action>().write(record::to_row(action));
    boost::json::object text{{"on", to_text(on)}};
    for (const auto* member : adopted_members)
        text[member] = values.at(member);
    return text;
}

Result<std::vector<record::Record<Action>>> actions_of_family(const store::Snapshot& snapshot,
                                                              const Id& id) {
    TENPOINT_TRY(family, family_of(snapshot, id));
    std::vector<record::Record<Action>> actions;
    for (const auto& arrangement : family)
        std::ranges::move(all_of<Action>(snapshot, arrangement.envelope.id),
                          std::back_inserter(actions));
    return actions;
}

}  // namespace

Result<record::Record<Arrangement>> adopt_actions(store::Transaction& transaction, const Id& id,
                                                  Day on, std::optional<std::int64_t> seen) {
    TENPOINT_TRY(adopting, as_seen(transaction, id, seen));
    TENPOINT_TRY(actions, actions_of_family(transaction, id));
    for (auto& action : actions) {
        if (action.value.status == ActionStatus::dropped) continue;
        action.value.adopted.value = adopted_text(action.value, on);
        TENPOINT_CHECK(transaction.update(action, "adopt"));
    }
    return std::move(adopting);
}

Result<std::vector<record::Record<Action>>> adopted_actions(const store::Snapshot& snapshot,
                                                            const Id& id) {
    TENPOINT_TRY(actions, actions_of_family(snapshot, id));
    std::erase_if(actions, [](const auto& action) { return action.value.adopted.value.empty(); });
    return std::move(actions);
}

boost::json::object adopted_schema() {
    boost::json::object members{{"on", {{"type", "string"}, {"format", "date"}}}};
    for (const auto* member : adopted_members)
        members[member] = record::kind_info<Action>().field(member)->schema;
    return {
        {"type", "object"}, {"properties", std::move(members)}, {"additionalProperties", false}};
}

}  // namespace tenpoint::arrangements
