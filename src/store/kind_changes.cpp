// SPDX-License-Identifier: Apache-2.0
#include "store/kind_changes.hpp"

namespace tenpoint::store {
namespace {

// What is counted for good moves on in steps, so that a reader that began a little earlier is
// seldom told that it sees less.
constexpr std::int64_t worth_counting = 200;

}  // namespace

std::string KindChanges::state_of(Session& session, record::Kinds kinds) {
    const std::scoped_lock lock(mutex_);
    const auto last = number(
        session
            .query("select coalesce(max(number), 0) from journal_blocks", {}, {ColumnType::integer})
            .front()
            .front());
    if (!counted_) counted_ = Counted{last, {}};
    if (last < counted_->block) return {};

    auto counts = counted_->entries;
    std::int64_t looked_at = 0;
    const auto count = [&](const std::vector<Row>& rows) {
        for (const auto& row : rows) {
            counts[text(row[0])] += number(row[1]);
            looked_at += number(row[1]);
        }
    };
    count(session.query("select kind, count(*) from journal where block > ? group by kind",
                        {counted_->block}, {ColumnType::text, ColumnType::integer}));
    if (looked_at >= worth_counting) counted_ = Counted{last, counts};
    count(session.query("select kind, count(*) from journal where block is null group by kind", {},
                        {ColumnType::text, ColumnType::integer}));

    std::int64_t entries = 0;
    for (const auto* kind : kinds)
        if (const auto found = counts.find(kind->plural); found != counts.end())
            entries += found->second;
    return std::to_string(entries);
}

}  // namespace tenpoint::store
