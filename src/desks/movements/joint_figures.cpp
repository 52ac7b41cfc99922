// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/joint_figures.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <vector>

#include "access/the_node.hpp"
#include "desks/directory/place.hpp"
#include "desks/movements/batch.hpp"
#include "desks/movements/corridor.hpp"
#include "desks/movements/rule.hpp"
#include "desks/movements/ruling.hpp"

namespace tenpoint::movements {

// What places are to figures. Made anew only where a place was written: there may be tens of
// thousands of them, and most writes are about something else.
struct Nesting {
    std::unordered_map<Id, std::string> codes;  // what rules and rulings refer to
    std::vector<ConsolidationPart> parts;
};

namespace {

constexpr std::size_t summary_bytes = 64 << 20;

using PlaceCodes = std::unordered_map<Id, std::string>;

void add_rules(const store::Snapshot& snapshot, const PlaceCodes& codes,
               ConsolidationInput& input) {
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

Nesting nesting_of(const store::Snapshot& snapshot) {
    Nesting nesting;
    const auto places = snapshot.all<directory::Place>();
    nesting.codes.reserve(places.size());
    for (const auto& [envelope, place] : places)
        nesting.codes.emplace(envelope.id, place.code);
    for (const auto& [envelope, place] : places)
        if (place.parent) nesting.parts.push_back({place.code, nesting.codes.at(place.parent->id)});
    return nesting;
}

AcceptedBatch described(const record::Record<Batch>& batch, const std::string& source_name) {
    AcceptedBatch accepted{
        batch.envelope.id, batch.value.source.id, source_name, batch.value.file_hash, {}};
    if (const auto* as_of = batch.value.mapping.value.if_contains("as_of"))
        accepted.as_of = day_from_text(as_of->as_string());
    if (const auto* events = batch.value.mapping.value.if_contains("events"))
        accepted.lists_events = events->is_bool() && events->get_bool();
    return accepted;
}

bool are_same(const ConsolidationInput& a, const ConsolidationInput& b) {
    const auto is_same_batch = [](const AcceptedBatch& one, const AcceptedBatch& other) {
        return one.batch == other.batch && one.source_name == other.source_name;
    };
    return a.rules == b.rules && a.rulings == b.rulings && a.corridors == b.corridors &&
           a.parts == b.parts && std::ranges::equal(a.batches, b.batches, is_same_batch);
}

// All that figures are made from but the batches' summaries.
ConsolidationInput input_of(const store::Snapshot& snapshot) {
    const auto nesting =
        snapshot.derived<Nesting>(record::kind_info<directory::Place>(), nesting_of);
    ConsolidationInput gathered;
    gathered.parts = nesting->parts;
    add_rules(snapshot, nesting->codes, gathered);
    std::map<Id, std::string> source_names;
    for (const auto& [envelope, source] : snapshot.all<Source>())
        source_names.emplace(envelope.id, source.name);
    store::ListQuery accepted;
    accepted.equal = {{"status", "accepted"}, {"content", "figures"}};
    for (const auto& batch : snapshot.all<Batch>(accepted))
        if (counts_jointly(batch.envelope.visibility))
            gathered.batches.push_back(described(batch, source_names.at(batch.value.source.id)));
    return gathered;
}

}  // namespace

JointFigures::JointFigures(store::Store& store)
    : store_(store), summaries_(summary_bytes, [this](const Id& id) { return segment(id); }) {}

Result<StoredSegment> JointFigures::segment(const Id& batch) const {
    return store_.read(
        access::the_node(), [&](const store::Snapshot& snapshot) -> Result<StoredSegment> {
            TENPOINT_TRY(record, snapshot.get<Batch>(batch));
            const auto id = record.value.segment;
            const auto file = snapshot.file(id);
            if (!file) return Problem{ProblemCode::not_found, "segment"};
            auto& store = store_;
            return StoredSegment{
                snapshot.file_chunk(id, file->chunks - 1), [&store, id](std::int64_t number) {
                    return store.read(access::the_node(),
                                      [&](const store::Snapshot& later) -> Result<std::string> {
                                          return later.file_chunk(id, number);
                                      });
                }};
        });
}

Result<AcceptedBatch> JointFigures::batch(const Id& id) {
    TENPOINT_TRY(batch, store_.read(access::the_node(),
                                    [&](const store::Snapshot& snapshot) -> Result<AcceptedBatch> {
                                        TENPOINT_TRY(record, snapshot.get<Batch>(id));
                                        TENPOINT_TRY(source,
                                                     snapshot.get<Source>(record.value.source.id));
                                        return described(record, source.value.name);
                                    }));
    TENPOINT_TRY(summary, summaries_.get(id));
    batch.summary = std::move(summary);
    return batch;
}

// Those of the consolidation that is there are taken over: read one after the other through a cache
// that is too small for them, each would push out the next.
Result<void> JointFigures::add_summaries(ConsolidationInput& input) {
    std::map<Id, std::shared_ptr<const BatchSummary>> held;
    if (consolidation_)
        for (const auto& batch : consolidation_->input().batches)
            held.emplace(batch.batch, batch.summary);
    for (auto& batch : input.batches) {
        if (const auto known = held.find(batch.batch); known != held.end()) {
            batch.summary = known->second;
            continue;
        }
        TENPOINT_TRY(summary, summaries_.get(batch.batch));
        batch.summary = std::move(summary);
    }
    return {};
}

Result<std::shared_ptr<const Consolidation>> JointFigures::current() {
    const std::scoped_lock lock(mutex_);
    auto now = store_.state();
    if (consolidation_ && made_at_ == now) return consolidation_;
    TENPOINT_TRY(input, store_.read(access::the_node(), [&](const store::Snapshot& snapshot) {
        return Result<ConsolidationInput>{input_of(snapshot)};
    }));
    // Most writes touch nothing that figures are made from.
    if (!consolidation_ || !are_same(input, gathered_)) {
        auto gathered = input;
        TENPOINT_CHECK(add_summaries(input));
        consolidation_ = consolidate(std::move(input), consolidation_.get());
        gathered_ = std::move(gathered);
    }
    made_at_ = std::move(now);
    return consolidation_;
}

}  // namespace tenpoint::movements
