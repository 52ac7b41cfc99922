// SPDX-License-Identifier: Apache-2.0
#include "store/search_following.hpp"

#include <set>

#include "access/the_node.hpp"
#include "store/search_entry.hpp"
#include "store/snapshot_session.hpp"

namespace tenpoint::store {
namespace {

using std::chrono::steady_clock;

constexpr int entries_at_once = 50;  // of the journal
constexpr std::size_t bytes_at_once = std::size_t{1} << 20;

// What a stretch of the journal makes of the index.
struct IndexChange {
    JournalPoint from, to;
    std::vector<Id> records;  // that were changed or removed
    std::vector<SearchEntry> entries;
};

// As the records are now, which is as the last of their entries tells or later.
IndexChange next_change(Session& session, NodeKey& node_key, record::Kinds kinds) {
    const Snapshot node(session, node_key, access::the_node(), kinds);
    IndexChange change;
    change.from = SearchIndex(session).point();
    const auto stretch = entries_from(session, change.from, entries_at_once);
    change.to = stretch.end;
    std::set<std::string> seen;
    std::size_t bytes = 0;
    for (const auto& told : stretch.entries) {
        const auto* kind = record::find_kind(kinds, told.kind);
        if (!kind || !seen.insert(told.record.text).second) continue;
        change.records.push_back(told.record);
        const auto found = find_row(session, *kind, told.record, "1 = 1");
        if (!found) continue;
        if (auto entry = search_entry_of(node, *kind, *found)) {
            bytes += entry->words.text.size();
            change.entries.push_back(std::move(*entry));
        }
        if (bytes < bytes_at_once) continue;
        change.to = point_behind(session, told.id).value();
        break;
    }
    return change;
}

// Another node may have come first.
bool apply(Session& session, const IndexChange& change) {
    SearchIndex index(session);
    if (index.point() != change.from) return false;
    for (const auto& record : change.records)
        index.remove(record);
    for (const auto& entry : change.entries)
        index.put(entry);
    index.move_to(change.to);
    return true;
}

}  // namespace

void follow_journal(Writer& writer, SessionPool& readers, NodeKey& node_key, record::Kinds kinds,
                    std::chrono::milliseconds time) {
    const auto end = steady_clock::now() + time;
    do {
        IndexChange change;
        {
            auto transaction = readers.begin(Purpose::reading);
            change = next_change(transaction.session(), node_key, kinds);
        }
        if (change.to == change.from) return;
        writer.write([&](Session& session) { return apply(session, change); });
    } while (steady_clock::now() < end);
}

void begin_search_anew(Transaction& transaction) {
    SearchIndex index(session_of(transaction));
    index.drop();
    index.make();
}

bool is_search_complete(const Snapshot& snapshot) {
    return SearchIndex(session_of(snapshot)).point() == snapshot.last_change();
}

}  // namespace tenpoint::store
