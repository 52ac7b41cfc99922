// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/mapping_memory.hpp"

#include "desks/movements/batch_sheets.hpp"
#include "desks/movements/mapping_json.hpp"

namespace tenpoint::movements {
namespace {

// Whoever reads the source may read the batch. They stand from the most open on; of two that are
// restricted each may name other partners.
bool is_shown_with(const record::Envelope& source, const record::Envelope& batch) {
    return batch.visibility <= record::Visibility::partners &&
           batch.visibility <= source.visibility;
}

// The last one that whoever reads the snapshot may see.
std::optional<record::Record<Batch>> last_accepted(const store::Snapshot& snapshot,
                                                   const Id& source) {
    store::ListQuery accepted;
    accepted.equal = {{"source", source.text}, {"status", "accepted"}};
    accepted.descending = true;
    accepted.limit = 1;
    const auto page = snapshot.list(record::kind_info<Batch>(), accepted).value();
    if (page.items.empty()) return std::nullopt;
    const auto& [envelope, row] = page.items.front();
    return record::Record<Batch>{envelope, record::from_row<Batch>(row)};
}

}  // namespace

Result<void> remember_mapping(store::Transaction& transaction, record::Record<Source> source,
                              const record::Record<Batch>& batch) {
    auto mapping = without_joined_sheets(batch.value.mapping);
    if (!is_shown_with(source.envelope, batch.envelope) || source.value.mapping == mapping)
        return {};
    source.value.mapping = std::move(mapping);
    TENPOINT_CHECK(transaction.update(source, "remember_mapping"));
    return {};
}

Result<void> follow_sharing(store::Transaction& transaction, record::Record<Source> source,
                            const record::Record<Batch>& batch) {
    if (is_shown_with(source.envelope, batch.envelope)) {
        const auto last = last_accepted(transaction.as_the_node(), source.envelope.id);
        if (!last || last->envelope.id != batch.envelope.id) return {};
        return remember_mapping(transaction, std::move(source), batch);
    }
    if (source.value.mapping != without_joined_sheets(batch.value.mapping)) return {};
    source.value.mapping = {};
    TENPOINT_CHECK(transaction.update(source, "forget_mapping"));
    return {};
}

namespace {

// Without what is said of one file alone.
Result<Mapping> mapping_for_others(const record::JsonObject& json) {
    TENPOINT_TRY(mapping, mapping_from_json(json.value));
    mapping.as_of.reset();
    mapping.joined_sheets.clear();
    return mapping;
}

}  // namespace

Result<Mapping> remembered_mapping(const store::Snapshot& snapshot,
                                   const record::Record<Source>& source) {
    const auto last = last_accepted(snapshot, source.envelope.id);
    const bool is_with_the_source = !last || is_shown_with(source.envelope, last->envelope);
    if (is_with_the_source && !source.value.mapping.value.empty())
        return mapping_for_others(source.value.mapping);
    return mapping_for_others(last ? last->value.mapping : source.value.mapping);
}

}  // namespace tenpoint::movements
