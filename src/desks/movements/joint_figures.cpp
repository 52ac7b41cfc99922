// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/joint_figures.hpp"

#include <algorithm>
#include <map>

#include "desks/directory/place.hpp"
#include "desks/movements/batch.hpp"
#include "desks/movements/corridor.hpp"
#include "desks/movements/rule.hpp"
#include "desks/movements/ruling.hpp"

namespace tenpoint::movements {
namespace {

constexpr std::size_t summary_bytes = 64 << 20;

// Consolidation is the node's own work, not a reader's.
const access::Principal& the_node() {
    static const auto node = access::Principal::local_administrator("node");
    return node;
}

// What rules and rulings refer to, by id.
using PlaceCodes = std::map<Id, std::string>;

PlaceCodes codes_of(const std::vector<record::Record<directory::Place>>& places) {
    PlaceCodes codes;
    for (const auto& place : places)
        codes.emplace(place.envelope.id, place.value.code);
    return codes;
}

void add_rules(const store::Snapshot& snapshot, ConsolidationInput& input) {
    const auto places = snapshot.all<directory::Place>();
    const auto codes = codes_of(places);
    for (const auto& [envelope, place] : places)
        if (place.parent) input.parts.push_back({place.code, codes.at(place.parent->id)});
    for (const auto& [envelope, rule] : snapshot.all<Rule>())
        input.rules.push_back({envelope.id, rule.indicator,
                               rule.place ? codes.at(rule.place->id) : std::string{}, rule.method,
                               rule.source ? rule.source->id : Id{}});
    for (const auto& [envelope, ruling] : snapshot.all<Ruling>())
        if (!ruling.withdrawn)
            input.rulings.push_back({envelope.id, ruling.indicator, codes.at(ruling.place.id),
                                     ruling.from, ruling.to, ruling.source.id});
    for (const auto& [envelope, corridor] : snapshot.all<Corridor>()) {
        ConsolidationCorridor ordered{corridor.code, {}};
        for (const auto& place : corridor.places)
            ordered.places.push_back(codes.at(place.id));
        input.corridors.push_back(std::move(ordered));
    }
}

AcceptedBatch described(const store::Snapshot& snapshot, const record::Record<Batch>& batch) {
    const auto source = snapshot.get<Source>(batch.value.source.id).value();
    return {batch.envelope.id, source.envelope.id, source.value.name, batch.value.file_hash, {}};
}

}  // namespace

JointFigures::JointFigures(store::Store& store)
    : store_(store), summaries_(summary_bytes, [this](const Id& id) { return segment(id); }) {}

Result<StoredSegment> JointFigures::segment(const Id& batch) const {
    return store_.read(the_node(), [&](const store::Snapshot& snapshot) -> Result<StoredSegment> {
        TENPOINT_TRY(record, snapshot.get<Batch>(batch));
        const auto id = record.value.segment;
        const auto file = snapshot.file(id);
        if (!file) return Problem{ProblemCode::not_found, "segment"};
        auto& store = store_;
        return StoredSegment{
            snapshot.file_chunk(id, file->chunks - 1), [&store, id](std::int64_t number) {
                return store.read(the_node(),
                                  [&](const store::Snapshot& later) -> Result<std::string> {
                                      return later.file_chunk(id, number);
                                  });
            }};
    });
}

Result<AcceptedBatch> JointFigures::batch(const Id& id) {
    TENPOINT_TRY(batch, store_.read(the_node(), [&](const store::Snapshot& snapshot) {
        return [&]() -> Result<AcceptedBatch> {
            TENPOINT_TRY(record, snapshot.get<Batch>(id));
            return described(snapshot, record);
        }();
    }));
    TENPOINT_TRY(summary, summaries_.get(id));
    batch.summary = std::move(summary);
    return batch;
}

Result<ConsolidationInput> JointFigures::gather() {
    TENPOINT_TRY(input, store_.read(the_node(), [](const store::Snapshot& snapshot) {
        ConsolidationInput gathered;
        add_rules(snapshot, gathered);
        store::ListQuery accepted;
        accepted.equal = {{"status", "accepted"}};
        for (const auto& batch : snapshot.all<Batch>(accepted))
            gathered.batches.push_back(described(snapshot, batch));
        return Result<ConsolidationInput>{std::move(gathered)};
    }));
    for (auto& batch : input.batches) {
        TENPOINT_TRY(summary, summaries_.get(batch.batch));
        batch.summary = std::move(summary);
    }
    return input;
}

Result<std::shared_ptr<const Consolidation>> JointFigures::current() {
    const std::scoped_lock lock(mutex_);
    const auto now = store_.changes();
    if (consolidation_ && made_at_ == now) return consolidation_;
    TENPOINT_TRY(input, gather());
    const auto is_same_batch = [](const AcceptedBatch& a, const AcceptedBatch& b) {
        return a.batch == b.batch && a.source_name == b.source_name;
    };
    // Most writes touch nothing that figures are made from.
    const bool unchanged =
        consolidation_ && consolidation_->input().rules == input.rules &&
        consolidation_->input().rulings == input.rulings &&
        consolidation_->input().corridors == input.corridors &&
        consolidation_->input().parts == input.parts &&
        std::ranges::is_permutation(consolidation_->input().batches, input.batches, is_same_batch);
    if (!unchanged) consolidation_ = consolidate(std::move(input), consolidation_.get());
    made_at_ = now;
    return consolidation_;
}

}  // namespace tenpoint::movements
