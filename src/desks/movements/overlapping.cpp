// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/overlapping.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "desks/movements/batch_sheets.hpp"
#include "desks/movements/segment_reader.hpp"
#include "formats/joined_sheets.hpp"

namespace tenpoint::movements {
namespace {

using BatchRecord = record::Record<Batch>;

// What a batch is about, as another is compared with it.
struct Subjects {
    std::set<std::string> places;  // of figures, by their codes
    activities::BatchSubjects activities;
};

Result<Subjects> all_subjects(const store::Snapshot& snapshot, const Batch& batch,
                              const activities::PartnerLookup& partners) {
    Subjects subjects;
    if (batch.content == Content::activities) {
        TENPOINT_TRY(found, activities::subjects_of(snapshot, batch, partners));
        subjects.activities = std::move(found);
        return subjects;
    }
    const auto file = snapshot.file(batch.segment);
    if (!file) return Problem{ProblemCode::not_found, "segment"};
    TENPOINT_TRY(segment,
                 SegmentReader::open(snapshot.file_chunk(batch.segment, file->chunks - 1)));
    subjects.places = {segment.places().begin(), segment.places().end()};
    return subjects;
}

bool share_days(const Batch& a, const Batch& b) {
    return a.period_from && b.period_from && *a.period_from <= *b.period_to &&
           *b.period_from <= *a.period_to;
}

// The time or place that the name of a sheet says where several are read as one table must be said
// otherwise where it is read by itself.
void leave_out_what_sheets_say(boost::json::object& mapping) {
    mapping.erase("period");
    if (auto* set = mapping.if_contains("set"); set && set->is_object()) {
        set->as_object().erase("place");
        if (set->as_object().empty()) mapping.erase("set");
    }
    auto* columns = mapping.if_contains("columns");
    if (!columns || !columns->is_array()) return;
    auto& lines = columns->as_array();
    const auto names_sheets = [](const boost::json::value& line) {
        const auto* header = line.is_object() ? line.as_object().if_contains("column") : nullptr;
        return header && header->is_string() && header->as_string() == formats::sheet_column;
    };
    lines.erase(std::remove_if(lines.begin(), lines.end(), names_sheets), lines.end());
}

// Whether they may be of one sheet, and their columns mean the same. A text comes back on a sheet
// where it was corrected in a spreadsheet.
bool are_read_alike(const Batch& a, const Batch& b) {
    auto mapping_a = without_joined_sheets(a.mapping).value;
    auto mapping_b = without_joined_sheets(b.mapping).value;
    const bool holds = holds_sheet(a, b) || holds_sheet(b, a);
    for (auto* mapping : {&mapping_a, &mapping_b}) {
        mapping->erase("sheet");
        if (holds) leave_out_what_sheets_say(*mapping);
    }
    return may_share_a_sheet(a, b) && mapping_a == mapping_b;
}

}  // namespace

Result<std::vector<Overlap>> overlapping_batches(const store::Snapshot& snapshot, const Id& id) {
    TENPOINT_TRY(batch, snapshot.get<Batch>(id));
    const auto partners = batch.value.content == Content::activities
                              ? activities::all_partners(snapshot)
                              : activities::PartnerLookup{};
    TENPOINT_TRY(subjects, all_subjects(snapshot, batch.value, partners));
    store::ListQuery query;
    query.equal = {{"source", batch.value.source.id.text}, {"status", "accepted"}};
    query.descending = true;
    std::vector<Overlap> overlapping;
    for (auto& other : snapshot.all<Batch>(query)) {
        if (other.envelope.id == id || other.value.content != batch.value.content ||
            !share_days(batch.value, other.value) || !are_read_alike(batch.value, other.value))
            continue;
        TENPOINT_TRY(others, all_subjects(snapshot, other.value, partners));
        const bool has_a_place = std::ranges::any_of(
            others.places, [&](const auto& place) { return subjects.places.contains(place); });
        if (!has_a_place && !subjects.activities.may_correct(others.activities)) continue;
        Overlap overlap;
        overlap.missing = subjects.activities.missing(others.activities);
        overlap.counts_twice = subjects.activities.share(others.activities);
        overlap.is_held = *batch.value.period_from <= *other.value.period_from &&
                          *other.value.period_to <= *batch.value.period_to &&
                          std::ranges::includes(subjects.places, others.places) &&
                          overlap.missing.empty();
        overlap.batch = std::move(other);
        overlapping.push_back(std::move(overlap));
    }
    return overlapping;
}

std::optional<BatchRecord> forerunner_among(std::vector<Overlap> overlapping) {
    std::optional<BatchRecord> forerunner;
    for (auto& other : overlapping) {
        if (!other.is_held) continue;
        if (forerunner) return std::nullopt;
        forerunner = std::move(other.batch);
    }
    return forerunner;
}

}  // namespace tenpoint::movements
