// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/mapping_memory.hpp"

#include "desks/movements/mapping_json.hpp"

namespace tenpoint::movements {
namespace {

bool is_shown_with(const record::Envelope& source, const record::Envelope& batch) {
    return batch.visibility <= source.visibility;  // they stand from the most open on
}

}  // namespace

Result<void> remember_mapping(store::Transaction& transaction, record::Record<Source> source,
                              const record::Record<Batch>& batch) {
    if (!is_shown_with(source.envelope, batch.envelope) ||
        source.value.mapping == batch.value.mapping)
        return {};
    source.value.mapping = batch.value.mapping;
    TENPOINT_CHECK(transaction.update(source, "remember_mapping"));
    return {};
}

Result<Mapping> remembered_mapping(const store::Snapshot& snapshot,
                                   const record::Record<Source>& source) {
    store::ListQuery accepted;
    accepted.equal = {{"source", source.envelope.id.text}, {"status", "accepted"}};
    accepted.descending = true;
    accepted.limit = 1;
    const auto last = snapshot.list(record::kind_info<Batch>(), accepted).value();
    for (const auto& found : last.items)
        if (!is_shown_with(source.envelope, found.envelope))
            return mapping_from_json(record::from_row<Batch>(found.row).mapping.value);
    return mapping_from_json(source.value.mapping.value);
}

}  // namespace tenpoint::movements
