// SPDX-License-Identifier: Apache-2.0
#include "desks/activities/batch_subjects.hpp"

#include <algorithm>

#include <boost/describe/enum_to_string.hpp>
#include <fmt/format.h>

#include "base/text.hpp"
#include "desks/activities/batch_reports.hpp"
#include "desks/activities/partner_lookup.hpp"

namespace tenpoint::activities {
namespace {

std::string key_of_organisation(const PartnerLookup& partners, const ActivityReport& report) {
    const auto partner = partners.find(report.organisation);
    return partner ? partner->text : folded(report.organisation);
}

std::string key_of_sector(const ActivityReport& report) {
    if (report.theme) return boost::describe::enum_to_string(*report.theme, "");
    return folded(report.sector.value_or(""));
}

// By its name and by its code: the directory may have learnt of it between two sheets.
std::vector<std::string> names_of_area(const ActivityReport& report) {
    std::vector<std::string> names;
    if (report.admin1) names.push_back(folded(*report.admin1));
    if (report.admin1_code) names.push_back(folded(*report.admin1_code));
    if (names.empty()) names.emplace_back();
    return names;
}

bool any_in(const std::set<std::string>& a, const std::set<std::string>& b) {
    return std::ranges::any_of(a, [&](const std::string& key) { return b.contains(key); });
}

}  // namespace

bool BatchSubjects::may_correct(const BatchSubjects& other) const {
    return any_in(organisations_, other.organisations_) || any_in(works_, other.works_);
}

bool BatchSubjects::has(const Known& known) const {
    return std::ranges::any_of(known.keys,
                               [&](const std::string& key) { return keys_.contains(key); });
}

bool BatchSubjects::share(const BatchSubjects& other) const {
    return std::ranges::any_of(subjects_, [&](const Known& known) { return other.has(known); });
}

std::vector<ReportSubject> BatchSubjects::missing(const BatchSubjects& other) const {
    std::vector<ReportSubject> missing;
    for (const auto& known : other.subjects_)
        if (!has(known)) missing.push_back(known.subject);
    return missing;
}

Result<BatchSubjects> subjects_of(const store::Snapshot& snapshot, const intake::Batch& batch,
                                  const PartnerLookup& partners) {
    const auto file = snapshot.file(batch.segment);
    if (!file) return Problem{ProblemCode::not_found, "reports"};
    BatchSubjects all;
    for (std::int64_t chunk = 0; chunk < file->chunks; ++chunk)
        for (const auto& report : reports_in(snapshot.file_chunk(batch.segment, chunk))) {
            const auto organisation = key_of_organisation(partners, report);
            const auto country = report.country.value_or("");
            const auto month = report.period ? to_text(*report.period) : std::string{};
            BatchSubjects::Known known;
            for (const auto& area : names_of_area(report)) {
                const auto work =
                    fmt::format("{}\n{}\n{}\n{}", country, area, key_of_sector(report), month);
                all.works_.insert(work);
                known.keys.push_back(fmt::format("{}\n{}", organisation, work));
            }
            all.organisations_.insert(organisation);
            const bool is_known = all.has(known);
            all.keys_.insert(known.keys.begin(), known.keys.end());
            if (is_known) continue;
            known.subject = {report.organisation, country,
                             report.admin1.value_or(report.admin1_code.value_or("")),
                             report.sector.value_or(""), report.period};
            all.subjects_.push_back(std::move(known));
        }
    return all;
}

}  // namespace tenpoint::activities
