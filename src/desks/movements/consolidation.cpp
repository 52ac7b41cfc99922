// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/consolidation.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "base/hash.hpp"
#include "desks/movements/consolidation_place.hpp"
#include "desks/movements/in_parallel.hpp"
#include "desks/movements/segment_bytes.hpp"

namespace tenpoint::movements {
namespace {

using PlaceKey = std::pair<Indicator, std::string_view>;

constexpr std::size_t places_of_a_piece = 4;  // at least, of work that is done in parallel

// The stable order of batches. Two sources of the same name are kept apart by the least hash of
// their files; ids decide only between batches that nothing else tells apart.
void order(std::vector<AcceptedBatch>& batches) {
    std::map<Id, std::string> least_hash;
    for (const auto& batch : batches) {
        auto& least = least_hash.try_emplace(batch.source, batch.file_hash).first->second;
        least = std::min(least, batch.file_hash);
    }
    std::ranges::sort(batches, {}, [&](const AcceptedBatch& batch) {
        return std::tie(batch.source_name, least_hash[batch.source], batch.source, batch.file_hash,
                        batch.summary->fingerprint, batch.batch);
    });
}

using SourceNames = std::map<Id, std::string>;

SourceNames names_of_sources(const std::vector<AcceptedBatch>& batches) {
    SourceNames names;
    for (const auto& batch : batches)
        names.emplace(batch.source, batch.source_name);
    return names;
}

// The more specific rule first; of equally specific ones ids decide only what nothing else does.
void order(std::vector<ConsolidationRule>& rules, SourceNames& names) {
    std::ranges::sort(rules, {}, [&](const ConsolidationRule& rule) {
        const auto generality = (rule.place.empty() ? 2 : 0) + (rule.indicator ? 0 : 1);
        return std::tuple(generality, rule.indicator, rule.place, rule.method, names[rule.source],
                          rule.id);
    });
}

// The narrower ruling first.
void order(std::vector<ConsolidationRuling>& rulings, SourceNames& names) {
    std::ranges::sort(rulings, {}, [&](const ConsolidationRuling& ruling) {
        return std::tuple(ruling.to - ruling.from, ruling.from, ruling.indicator, ruling.place,
                          names[ruling.source], ruling.id);
    });
}

// What each batch says of each indicator and place, in the batches' order.
std::map<PlaceKey, PlaceInput> gather(
    const std::vector<std::shared_ptr<const AcceptedBatch>>& batches) {
    std::map<PlaceKey, PlaceInput> inputs;
    for (const auto& batch : batches) {
        const auto& groups = batch->summary->groups;
        const auto is_beside = [](const SummaryGroup& a, const SummaryGroup& b) {
            return a.indicator == b.indicator && a.place == b.place;
        };
        for (auto first = groups.begin(); first != groups.end();) {
            const auto last = std::find_if_not(
                first, groups.end(), [&](const auto& group) { return is_beside(group, *first); });
            const std::string_view place = batch->summary->places[first->place];
            auto& input = inputs[{first->indicator, place}];
            input.indicator = first->indicator;
            input.place = place;
            const auto source = input.batches.empty() ? 0
                                : input.batches.back().batch->source == batch->source
                                    ? input.batches.back().source
                                    : input.batches.back().source + 1;
            input.batches.push_back({batch, source,
                                     static_cast<std::uint32_t>(first - groups.begin()),
                                     static_cast<std::uint32_t>(last - first)});
            first = last;
        }
    }
    return inputs;
}

void add_rules(PlaceInput& input, const ConsolidationInput& all) {
    for (const auto& rule : all.rules) {
        if ((!rule.place.empty() && rule.place != input.place) ||
            (rule.indicator && rule.indicator != input.indicator))
            continue;
        input.rule = rule;  // they are in order: the first is the most specific
        break;
    }
    for (const auto& ruling : all.rulings)
        if (ruling.place == input.place && ruling.indicator == input.indicator)
            input.rulings.push_back(ruling);
    input.disagreement_share = all.disagreement_share;
}

// Of all places those alone that have figures and lie in others that have some, each with the
// nearest of these: nobody's figures depend on how the rest of the world is parted.
std::vector<ConsolidationPart> parts_with_figures(const std::vector<ConsolidationPart>& parts,
                                                  const std::set<std::string_view>& counted) {
    std::unordered_map<std::string_view, std::string_view> wholes;
    wholes.reserve(parts.size());
    for (const auto& part : parts)
        wholes.emplace(part.place, part.whole);
    std::vector<ConsolidationPart> kept;
    for (const auto& place : counted) {
        auto whole = place;
        // Who lies in itself by mistake is not gone round for ever.
        for (std::size_t step = 0; step < parts.size(); ++step) {
            const auto outer = wholes.find(whole);
            if (outer == wholes.end() || outer->second == place) break;
            whole = outer->second;
            if (!counted.contains(whole)) continue;
            kept.push_back({std::string(place), std::string(whole)});
            break;
        }
    }
    return kept;
}

bool is_same(const PlaceInput& a, const PlaceInput& b) {
    const auto same_batch = [](const PlaceInput::Batch& x, const PlaceInput::Batch& y) {
        return x.batch->batch == y.batch->batch && x.batch->source == y.batch->source &&
               x.batch->source_name == y.batch->source_name &&
               x.batch->summary->fingerprint == y.batch->summary->fingerprint;
    };
    return a.rule == b.rule && a.rulings == b.rulings &&
           a.disagreement_share == b.disagreement_share &&
           std::ranges::equal(a.batches, b.batches, same_batch);
}

std::shared_ptr<const ConsolidatedPlace> find(const Consolidation* consolidation,
                                              const PlaceInput& input) {
    if (consolidation == nullptr) return nullptr;
    const auto& places = consolidation->places();
    const auto key = [](const std::shared_ptr<const ConsolidatedPlace>& place) {
        return PlaceKey(place->input.indicator, place->input.place);
    };
    const auto found =
        std::ranges::lower_bound(places, PlaceKey(input.indicator, input.place), {}, key);
    if (found == places.end() || key(*found) != PlaceKey(input.indicator, input.place))
        return nullptr;
    return is_same((*found)->input, input) ? *found : nullptr;
}

std::string fingerprint_of(const ConsolidationInput& input,
                           const std::vector<ConsolidationPart>& parts, SourceNames& names) {
    std::string text;
    ByteWriter writer(text);
    for (const auto& batch : input.batches) {
        writer.text(batch.source_name);
        writer.text(batch.file_hash);
        writer.text(batch.summary->fingerprint);
        if (batch.as_of) writer.text(to_text(*batch.as_of));
    }
    for (const auto& rule : input.rules) {
        writer.number(rule.indicator ? static_cast<std::int32_t>(*rule.indicator) : -1);
        writer.text(rule.place);
        writer.number(static_cast<std::int32_t>(rule.method));
        writer.text(names[rule.source]);
    }
    for (const auto& ruling : input.rulings) {
        writer.number(static_cast<std::int32_t>(ruling.indicator));
        writer.text(ruling.place);
        writer.text(to_text(ruling.from));
        writer.text(to_text(ruling.to));
        writer.text(names[ruling.source]);
    }
    for (const auto& corridor : input.corridors) {
        writer.number(static_cast<std::uint32_t>(corridor.places.size()));
        for (const auto& place : corridor.places)
            writer.text(place);
    }
    for (const auto& part : parts) {
        writer.text(part.place);
        writer.text(part.whole);
    }
    writer.text(std::to_string(input.disagreement_share));
    return hash_of(text);
}

}  // namespace

std::shared_ptr<const Consolidation> consolidate(ConsolidationInput input,
                                                 const Consolidation* previous) {
    order(input.batches);
    auto names = names_of_sources(input.batches);
    order(input.rules, names);
    order(input.rulings, names);
    std::ranges::sort(input.corridors, {}, [](const ConsolidationCorridor& corridor) {
        return std::tie(corridor.code, corridor.places);
    });
    std::vector<std::shared_ptr<const AcceptedBatch>> batches;
    for (const auto& batch : input.batches)
        batches.push_back(std::make_shared<const AcceptedBatch>(batch));

    auto result = std::make_shared<Consolidation>();
    std::vector<std::pair<std::size_t, PlaceInput>> changed;  // by their positions
    auto gathered = gather(batches);
    std::set<std::string_view> counted;
    for (const auto& [key, place] : gathered)
        counted.insert(key.second);
    result->parts_ = parts_with_figures(input.parts, counted);
    for (auto& [key, place] : gathered) {
        add_rules(place, input);
        auto known = find(previous, place);
        if (!known) changed.emplace_back(result->places_.size(), std::move(place));
        result->places_.push_back(std::move(known));
    }
    const auto pieces = parallel_pieces(changed.size() / places_of_a_piece + 1);
    in_parallel(pieces, [&](std::size_t piece) {
        for (auto i = piece; i < changed.size(); i += pieces)
            result->places_[changed[i].first] = std::make_shared<const ConsolidatedPlace>(
                consolidate_place(std::move(changed[i].second)));
    });
    result->fingerprint_ = fingerprint_of(input, result->parts_, names);
    result->input_ = std::move(input);
    return result;
}

const std::vector<Disagreement>& Consolidation::disagreements() const {
    std::call_once(disagreements_gathered_, [this] {
        for (const auto& place : places_)
            std::ranges::copy(place->disagreements, std::back_inserter(disagreements_));
    });
    return disagreements_;
}

const std::vector<SourceContradiction>& Consolidation::contradictions() const {
    std::call_once(contradictions_gathered_, [this] {
        for (const auto& place : places_)
            std::ranges::copy(place->contradictions, std::back_inserter(contradictions_));
    });
    return contradictions_;
}

std::vector<BlankTotal> Consolidation::blank_totals() const {
    std::vector<BlankTotal> all;
    for (const auto& batch : input_.batches)
        for (const auto& name : batch.summary->blank_totals.names_of_blanks())
            all.push_back({batch.batch, batch.source_name, name});
    return all;
}

}  // namespace tenpoint::movements
