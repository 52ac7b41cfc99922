// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/same_bytes.hpp"

#include <utility>

namespace tenpoint::movements {
namespace {

bool is_for_every_partner(const record::Envelope& envelope) {
    return envelope.visibility == record::Visibility::partners ||
           envelope.visibility == record::Visibility::everybody;
}

}  // namespace

std::vector<record::Record<Batch>> batches_of_bytes(const store::Snapshot& snapshot,
                                                    const std::string& hash) {
    std::vector<record::Record<Batch>> batches;
    store::ListQuery query;
    query.descending = true;
    for (const auto& known_by : {snapshot.keyed(hash), hash}) {  // since there are keys, and before
        query.equal = {{"file_hash", known_by}};
        for (auto& batch : snapshot.all<Batch>(query))
            if (batch.value.status != BatchStatus::withdrawn &&
                batch.value.status != BatchStatus::erased)
                batches.push_back(std::move(batch));
    }
    return batches;
}

std::vector<SameBytes> same_bytes_elsewhere(const store::Snapshot& snapshot, const Batch& batch,
                                            const std::string& hash) {
    std::vector<SameBytes> found;
    for (const auto& [envelope, other] : batches_of_bytes(snapshot, hash)) {
        if (other.source == batch.source || other.sheet != batch.sheet ||
            other.status == BatchStatus::superseded)
            continue;
        const auto source = snapshot.get<Source>(other.source.id);
        if (!source) continue;
        found.push_back({envelope.id, source->value.name, other.file_name,
                         is_for_every_partner(envelope) && is_for_every_partner(source->envelope)});
    }
    return found;
}

Finding finding_on(const SameBytes& same) {
    return {Severity::warning, "same_bytes", 0, {}, same.source, same.file, {}};
}

}  // namespace tenpoint::movements
