// SPDX-License-Identifier: Apache-2.0
// Of a hand-over pack: what is to be done, and when.
#include <algorithm>
#include <chrono>

#include "desks/arrangements/action.hpp"
#include "desks/arrangements/expiry.hpp"
#include "desks/arrangements/hand_over_parts.hpp"
#include "desks/arrangements/review.hpp"

namespace tenpoint::arrangements {
namespace {

using formats::ColumnType;
using formats::Table;
using formats::TableRow;

bool is_open(const Action& action) {
    return action.status == ActionStatus::planned || action.status == ActionStatus::under_way;
}

// By when, as it was adopted.
std::optional<Period> adopted_due(const Action& action) {
    const auto* due = action.adopted.value.if_contains("due");
    const auto* text = due ? due->if_string() : nullptr;
    return text ? period_from_text(*text) : std::nullopt;
}

// Late is also what was put off since it was adopted, and should be done by what was agreed.
std::string lateness_of(const HandOverGround& ground, const Action& action) {
    const auto is_past = [&](const auto& due) { return due && due->last_day() < ground.today; };
    if (is_past(action.due)) return ground.words.text("late");
    const auto adopted = adopted_due(action);
    if (!is_past(adopted)) return {};
    const auto when = ground.words.period(*adopted);
    return ground.words.text("late_adopted", {{"when", std::string_view{when}}});
}

std::string remark_on(const HandOverGround& ground, const Action& action) {
    auto remark = group_of(ground, action.arrangement.id);
    if (const auto late = lateness_of(ground, action); !late.empty())
        remark += (remark.empty() ? "" : " · ") + late;
    return remark;
}

// Something that comes on a day.
struct Coming {
    Day day;
    std::string what;
    std::string of;
};

void add_due_actions(const HandOverGround& ground, std::vector<Coming>& coming) {
    for (const auto& [envelope, action] : all_of<Action>(ground.snapshot, ground.family))
        if (is_open(action) && action.due)
            coming.push_back({action.due->last_day(), ground.words.label("action", "due"),
                              ground.words.in_language(action.title)});
}

void add_expiries(const HandOverGround& ground, std::vector<Coming>& coming) {
    for (const auto& [envelope, agreement] : all_of<Agreement>(ground.snapshot, ground.family))
        if (agreement.expires)
            coming.push_back({*agreement.expires, ground.words.label("agreement", "expires"),
                              ground.words.in_language(agreement.title)});
}

void add_turns(const HandOverGround& ground, std::vector<Coming>& coming) {
    for (const auto& turn : ground.chair.next)
        if (const auto name = ground.words.partner(turn.partner); turn.begins && !name.empty())
            coming.push_back({*turn.begins, ground.words.text("turn_begins"), name});
}

void add_ends(const HandOverGround& ground, std::vector<Coming>& coming) {
    for (const auto& member : ground.family)
        if (const auto& ends = member.value.ends)
            coming.push_back({ends->last_day(), ground.words.label("arrangement", "ends"),
                              ground.words.in_language(member.value.title)});
}

}  // namespace

std::string group_of(const HandOverGround& ground, const Id& arrangement) {
    for (const auto& member : ground.family)
        if (member.envelope.id == arrangement && arrangement != ground.family.front().envelope.id)
            return ground.words.in_language(member.value.title);
    return {};
}

void add_open_actions(const HandOverGround& ground, Blocks& blocks) {
    auto& words = ground.words;
    Table table{{words.text("open_actions")},
                {{words.label("action", "title")},
                 {words.label("action", "lead")},
                 {words.label("action", "due"), ColumnType::period},
                 {words.label("action", "status")}},
                {}};
    auto actions = all_of<Action>(ground.snapshot, ground.family);
    std::erase_if(actions, [](const auto& action) { return !is_open(action.value); });
    std::ranges::stable_sort(actions, {}, [](const auto& action) {
        const auto& due = action.value.due;
        return due ? due->last_day() : Day::max();
    });
    for (const auto& [envelope, action] : actions)
        table.rows.push_back({{words.in_language(action.title),
                               action.lead ? words.partner(action.lead->id) : std::string{},
                               cell(action.due), words.code("action_status", action.status)},
                              false,
                              remark_on(ground, action)});
    add_table(ground, std::move(table), blocks);
}

void add_recommendations(const HandOverGround& ground, Blocks& blocks) {
    auto& words = ground.words;
    Table table{{words.text("recommendations")},
                {{words.label("review", "text")},
                 {words.label("review", "author")},
                 {words.label("review", "dated"), ColumnType::period}},
                {}};
    for (const auto& [envelope, review] : all_of<Review>(ground.snapshot, ground.family))
        if (review.finding == ReviewFinding::recommendation)
            table.rows.push_back({{words.in_language(review.text),
                                   review.author ? words.partner(review.author->id) : std::string{},
                                   cell(review.dated)}});
    add_table(ground, std::move(table), blocks);
}

void add_coming_dates(const HandOverGround& ground, Blocks& blocks) {
    auto& words = ground.words;
    std::vector<Coming> coming;
    add_due_actions(ground, coming);
    add_expiries(ground, coming);
    add_turns(ground, coming);
    add_ends(ground, coming);
    const auto horizon = ground.today + std::chrono::days{366};
    std::erase_if(
        coming, [&](const Coming& each) { return each.day < ground.today || horizon < each.day; });
    std::ranges::stable_sort(coming, {}, &Coming::day);
    Table table{{words.text("coming_dates")},
                {{words.text("day"), ColumnType::period},
                 {words.text("what_comes")},
                 {words.text("of_what")}},
                {}};
    for (const auto& each : coming)
        table.rows.push_back({{cell(std::optional{each.day}), each.what, each.of}});
    add_table(ground, std::move(table), blocks);
}

}  // namespace tenpoint::arrangements
