// SPDX-License-Identifier: Apache-2.0
#include "desks/arrangements/adoption.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "desks/arrangements/as_seen.hpp"
#include "desks/arrangements/family.hpp"
#include "desks/directory/shared_rules.hpp"

namespace tenpoint::arrangements {
namespace {

constexpr std::array adopted_members{"title",     "description", "begins", "due",
                                     "indicator", "baseline",    "target"};

boost::json::object adopted_text(const Action& action, Day on) {
    const auto values = record::kind_info<Action>().write(record::to_row(action));
    boost::json::object text{{"on", to_text(on)}};
    for (const auto* member : adopted_members)
        text[member] = values.at(member);
    return text;
}

// What was adopted is not replaced by what was adopted before it, nor by what is still to be.
Result<void> check_day(const std::vector<record::Record<Action>>& actions, Day on, Day today) {
    const auto refuse = [](const char* code, std::vector<std::string> arguments) {
        return Problem{
            ProblemCode::invalid_fields, "adoption", {{"/on", code, std::move(arguments)}}};
    };
    if (directory::is_to_come(on, today)) return refuse("in_the_future", {});
    std::string last;
    for (const auto& action : actions)
        if (const auto* day = action.value.adopted.value.if_contains("on"))
            last = std::max(last, std::string{day->as_string()});
    if (to_text(on) < last) return refuse("before_last_adoption", {last});
    return {};
}

}  // namespace

Result<record::Record<Arrangement>> adopt_actions(store::Transaction& transaction, const Id& id,
                                                  Day on, std::optional<std::int64_t> seen) {
    TENPOINT_TRY(adopting, to_change_as_seen(transaction, id, seen));
    const auto whole = transaction.as_the_node();
    TENPOINT_TRY(family, family_of(whole, id));
    auto actions = all_of<Action>(whole, family);
    TENPOINT_CHECK(check_day(actions, on, day_of(transaction.now())));
    for (auto& action : actions) {
        if (action.value.status == ActionStatus::dropped) continue;
        TENPOINT_CHECK(check_may_change(transaction, action));
        action.value.adopted.value = adopted_text(action.value, on);
        TENPOINT_CHECK(transaction.update(action, "adopt"));
    }
    return std::move(adopting);
}

Result<std::vector<record::Record<Action>>> adopted_actions(const store::Snapshot& snapshot,
                                                            const Id& id) {
    TENPOINT_TRY(family, family_of(snapshot, id));
    auto actions = all_of<Action>(snapshot, family);
    std::erase_if(actions, [](const auto& action) { return action.value.adopted.value.empty(); });
    return actions;
}

boost::json::object adopted_schema() {
    boost::json::object members{{"on", {{"type", "string"}, {"format", "date"}}}};
    for (const auto* member : adopted_members)
        members[member] = record::kind_info<Action>().field(member)->schema;
    return {
        {"type", "object"}, {"properties", std::move(members)}, {"additionalProperties", false}};
}

}  // namespace tenpoint::arrangements
