// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/sheet_content_collection.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>
#include <utility>

#include "desks/movements/figure_table.hpp"
#include "desks/movements/known_batches.hpp"
#include "desks/movements/sheet_content_measure.hpp"
#include "desks/movements/sheet_content_stretch.hpp"

namespace tenpoint::movements {
namespace {

constexpr int most_years = 50;  // that a sheet may cover

constexpr std::array death_indicators{Indicator::death, Indicator::missing,
                                      Indicator::death_and_missing, Indicator::survivor};

bool is_of_deaths(Indicator indicator) {
    return std::ranges::find(death_indicators, indicator) != death_indicators.end();
}

template <class K>
const K* find(const std::vector<record::Record<K>>& records, const Id& id) {
    const auto found =
        std::ranges::find(records, id, [](const auto& record) { return record.envelope.id; });
    return found == records.end() ? nullptr : &found->value;
}

class Collection {
  public:
    Collection(const SheetDates& dates, const SheetInputs& inputs)
        : dates_(dates), inputs_(inputs) {
        content_.days = dates.now;
        content_.days_before = dates.before;
        for (const auto& [envelope, batch] : inputs.batches)
            if (is_shared(envelope) && find(inputs.sources, batch.source.id))
                known_.insert(envelope.id);
    }

    Result<SheetContent> collect_corridor(const Corridor& corridor) {
        content_.is_corridor = true;
        name(corridor.code, corridor.name);
        content_.description = corridor.description;
        content_.route = codes_of(corridor.places);
        for (const auto& place : content_.route)
            add_first(place, corridor.indicators);
        for (const auto& place : codes_of(corridor.death_places))
            add_each(place, death_indicators, content_.deaths);
        return finish();
    }

    Result<SheetContent> collect_place(const directory::Place& place) {
        name(place.code, place.name);
        std::vector<Indicator> indicators;
        for (const auto& figure : figures(*inputs_.consolidation, all_at(place.code)).figures)
            if (!is_of_deaths(figure.indicator)) indicators.push_back(figure.indicator);
        add_each(place.code, indicators, content_.measures);
        add_each(place.code, death_indicators, content_.deaths);
        return finish();
    }

  private:
    void name(const std::string& code, const LocalText& text) {
        content_.code = code;
        content_.name = text;
    }

    std::vector<std::string> codes_of(
        const std::vector<record::Ref<directory::Place>>& places) const {
        std::vector<std::string> codes;
        for (const auto& reference : places)
            if (const auto* place = find(inputs_.places, reference.id))
                codes.push_back(place->code);
        return codes;
    }

    FigureQuery all_at(const std::string& place) const {
        FigureQuery query;
        query.places = {place};
        query.from = dates_.both().from;
        query.to = dates_.both().to;
        query.by = {Grouping::indicator, Grouping::place};
        return query;
    }

    void add_each(const std::string& place, std::span<const Indicator> indicators,
                  std::vector<SheetMeasure>& measures) const {
        for (const auto indicator : indicators)
            if (auto measure = collect_measure(place, indicator, dates_, inputs_))
                measures.push_back(std::move(*measure));
    }

    // At each place of a corridor the first of its indicators that has figures now, else before.
    void add_first(const std::string& place, const std::vector<Indicator>& indicators) {
        std::vector<SheetMeasure> found;
        add_each(place, indicators, found);
        auto first = std::ranges::find_if(
            found, [](const auto& measure) { return measure.now.count.has_value(); });
        if (first == found.end()) first = found.begin();
        if (first != found.end()) content_.measures.push_back(std::move(*first));
    }

    Result<SheetContent> finish() {
        const auto is_printed = [](const auto& measure) { return measure.now.count.has_value(); };
        if (std::ranges::none_of(content_.measures, is_printed) &&
            std::ranges::none_of(content_.deaths, is_printed))
            return Problem{ProblemCode::nothing_to_print, content_.code};
        collect_places();
        collect_disagreements();
        collect_contradictions();
        collect_sources();
        hide_sources();
        content_.consolidation = inputs_.consolidation->fingerprint();
        return std::move(content_);
    }

    std::vector<const SheetMeasure*> measures() const {
        std::vector<const SheetMeasure*> all;
        for (const auto* list : {&content_.measures, &content_.deaths})
            for (const auto& measure : *list)
                all.push_back(&measure);
        return all;
    }
    // Null where the sheet prints no such figure.
    const SheetMeasure* measure_of(const std::string& place, Indicator indicator) const {
        for (const auto* measure : measures())
            if (measure->place == place && measure->indicator == indicator) return measure;
        return nullptr;
    }

    void collect_places() {
        auto codes = content_.route;
        for (const auto* measure : measures())
            codes.push_back(measure->place);
        for (const auto& code : codes) {
            if (std::ranges::find(content_.places, code, &SheetPlace::code) !=
                content_.places.end())
                continue;
            const auto found = std::ranges::find(
                inputs_.places, code, [](const auto& record) { return record.value.code; });
            if (found == inputs_.places.end()) continue;
            const auto& place = found->value;
            content_.places.push_back({code, place.name, place.latitude, place.longitude});
        }
    }

    void collect_disagreements() {
        for (const auto& each : inputs_.consolidation->disagreements()) {
            const auto* measure = measure_of(each.place, each.indicator);
            const Stretch days{each.from, each.to};
            if (!measure || !overlap(days, dates_.now)) continue;
            SheetDisagreement disagreement{each.place, each.indicator, days, {}, {},
                                           {},         measure->method};
            const auto told =
                as_told(each, knows(), inputs_.consolidation->input().disagreement_share);
            for (const auto& candidate : told.candidates)
                disagreement.candidates.push_back(
                    {candidate.source_name, candidate.count, candidate.chosen});
            disagreement.ruled = !each.ruling.empty();
            if (const auto* ruling = find(inputs_.rulings, each.ruling))
                disagreement.ruling_reason = ruling->reason;
            content_.disagreements.push_back(std::move(disagreement));
        }
    }

    void collect_contradictions() {
        for (const auto& each : inputs_.consolidation->contradictions())
            if (measure_of(each.place, each.indicator) &&
                overlap(stretch_of(each.period), dates_.now) &&
                std::ranges::all_of(each.batches, knows()))
                content_.contradictions.push_back({each.source_name, each.place, each.indicator,
                                                   each.period, each.reason, each.stands,
                                                   each.other});
    }

    // The sources used and set aside, and the files that their figures come from.
    void collect_sources() {
        std::map<std::string, std::set<Id>> batches;
        for (const auto* measure : measures())
            for (const auto& batch : behind(*measure))
                if (known_.contains(batch.batch)) batches[batch.source_name].insert(batch.batch);
        for (const auto& [source, ids] : batches)
            content_.sources.push_back(source_of(source, ids));
    }

    std::vector<AcceptedBatch> behind(const SheetMeasure& measure) const {
        return batches_behind(*inputs_.consolidation, measure.place, measure.indicator,
                              dates_.both());
    }
    KnowsBatch knows() const {
        return [this](const Id& batch) { return known_.contains(batch); };
    }

    // A source whose batches are not all shared stays without a name; several are one such source.
    void hide_sources() {
        for (auto* list : {&content_.measures, &content_.deaths})
            for (auto& measure : *list) {
                std::set<std::string> hidden;
                for (const auto& batch : behind(measure))
                    if (!known_.contains(batch.batch)) hidden.insert(batch.source_name);
                for (auto* names : {&measure.sources, &measure.sources_set_aside}) {
                    for (auto& name : *names)
                        if (hidden.contains(name)) name.clear();
                    std::ranges::sort(*names);
                    const auto repeated = std::ranges::unique(*names);
                    names->erase(repeated.begin(), repeated.end());
                }
            }
    }

    SheetSource source_of(const std::string& source_name, const std::set<Id>& batches) const {
        SheetSource source;
        source.name = source_name;
        for (const auto& [envelope, value] : inputs_.sources)
            if (value.name == source_name) describe(value, source);
        for (const auto& id : batches)
            if (const auto* batch = find(inputs_.batches, id))
                source.files.push_back({batch->file_name, day_of(batch->received_at)});
        std::ranges::sort(source.files, {}, [](const SheetFile& file) {
            return std::pair(file.received, std::string_view(file.name));
        });
        std::set<std::string> dimensions;
        for (const auto& blank : inputs_.consolidation->blank_totals())
            if (batches.contains(blank.batch)) dimensions.insert(blank.dimension);
        source.blanks_as_totals.assign(dimensions.begin(), dimensions.end());
        return source;
    }
    void describe(const Source& value, SheetSource& source) const {
        source.title = value.title;
        source.licence = value.licence;
        source.attribution = value.attribution;
        source.url = value.url.value_or("");
        if (!value.publisher) return;
        if (const auto* partner = find(inputs_.partners, value.publisher->id))
            source.publisher = partner->name;
    }

    SheetDates dates_;
    const SheetInputs& inputs_;
    std::set<Id> known_;  // batches that the sheet's readers may know of
    SheetContent content_;
};

// A year typed in two digits, or one that nobody reports for yet, is a slip: it would make a sheet
// of thousands of months, compared with a time before all calendars.
Result<void> check_dates(Day from, Day to) {
    using namespace std::chrono;
    constexpr Day earliest{year{1900} / 1 / 1}, latest{year{2199} / 12 / 31};
    const auto refuse = [](const char* pointer, const char* code, std::vector<std::string> words) {
        return Problem{ProblemCode::invalid_query, "sheet", {{pointer, code, std::move(words)}}};
    };
    if (from < earliest) return refuse("/from", "too_early", {to_text(earliest)});
    if (to > latest) return refuse("/to", "too_late", {to_text(latest)});
    if (to < from) return refuse("/to", "ends_before_it_begins", {});
    if (to >= Day{year_month_day{from} + years{most_years}})
        return refuse("/to", "too_long_a_time", {std::to_string(most_years)});
    return {};
}

}  // namespace

bool is_shared(const record::Envelope& envelope) {
    return envelope.visibility == record::Visibility::everybody ||
           envelope.visibility == record::Visibility::partners;
}

Result<SheetContent> collect_sheet(const SheetSubject& subject, Day from, Day to,
                                   const SheetInputs& inputs) {
    TENPOINT_CHECK(check_dates(from, to));
    const Stretch now{from, to};
    Collection collection({now, stretch_before(now)}, inputs);
    if (subject.corridor)
        if (const auto* corridor = find(inputs.corridors, subject.corridor->id))
            return collection.collect_corridor(*corridor);
    if (subject.place)
        if (const auto* place = find(inputs.places, subject.place->id))
            return collection.collect_place(*place);
    return Problem{ProblemCode::not_found, "subject of a sheet"};
}

}  // namespace tenpoint::movements
