// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/stored_findings.hpp"

#include <algorithm>

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace tenpoint::movements {
namespace {

namespace json = boost::json;

constexpr std::int64_t findings_per_chunk = 1'000;

std::string_view severity_word(Severity severity) {
    return boost::describe::enum_to_string(severity, "");
}

Severity severity_of(const json::value& word) {
    Severity severity{};
    boost::describe::enum_from_string(word.as_string().c_str(), severity);
    return severity;
}

json::array written(const Finding& finding) {
    return {severity_word(finding.severity),
            finding.code,
            finding.row,
            finding.column,
            finding.text,
            finding.expected,
            finding.suggestion};
}

Finding finding_in(const json::array& parts) {
    const auto words = [&](std::size_t i) { return std::string{parts.at(i).as_string()}; };
    return {severity_of(parts.at(0)),
            words(1),
            parts.at(2).to_number<std::int64_t>(),
            words(3),
            words(4),
            words(5),
            words(6)};
}

// The chunks of findings, without the summary after them.
std::int64_t finding_chunks(const store::Snapshot& snapshot, const Id& findings) {
    const auto file = snapshot.file(findings);
    return file ? file->chunks - 1 : 0;
}

}  // namespace

FindingsFile::FindingsFile(const std::filesystem::path& staging_folder)
    : staged_(staging_folder, "findings", "application/json") {}

void FindingsFile::add(const Finding& finding) {
    auto& cause = causes_[finding.code];
    cause.severity = finding.severity;
    ++cause.count;
    if (!pending_.empty()) pending_ += ',';
    pending_ += json::serialize(written(finding));
    if (++in_pending_ < findings_per_chunk) return;
    staged_.append_chunk('[' + pending_ + ']');
    pending_.clear();
    in_pending_ = 0;
}

const store::StagedFile& FindingsFile::finish() {
    if (!pending_.empty()) staged_.append_chunk('[' + pending_ + ']');
    json::array summary;
    for (const auto& [code, cause] : causes_)
        summary.push_back({code, severity_word(cause.severity), cause.count});
    staged_.append_chunk(json::serialize(summary));
    staged_.finish();
    return staged_;
}

std::int64_t FindingsFile::count(Severity severity) const {
    std::int64_t total = 0;
    for (const auto& [code, cause] : causes_)
        if (cause.severity == severity) total += cause.count;
    return total;
}

std::vector<FindingCause> finding_causes(const store::Snapshot& snapshot, const Id& findings) {
    std::vector<FindingCause> causes;
    const auto file = snapshot.file(findings);
    if (!file) return causes;
    const auto summary = json::parse(snapshot.file_chunk(findings, file->chunks - 1));
    for (const auto& cause : summary.as_array())
        causes.push_back({std::string{cause.at(0).as_string()}, severity_of(cause.at(1)),
                          cause.at(2).to_number<std::int64_t>()});
    std::ranges::stable_sort(causes, [](const auto& a, const auto& b) {
        return a.severity != b.severity ? a.severity < b.severity : a.count > b.count;
    });
    return causes;
}

FindingPage findings_page(const store::Snapshot& snapshot, const Id& findings,
                          const FindingFilter& filter, std::int64_t after, std::size_t limit) {
    FindingPage page;
    const bool filtered = filter.severity.has_value() || !filter.code.empty();
    for (const auto& cause : finding_causes(snapshot, findings))
        if ((!filter.severity || cause.severity == *filter.severity) &&
            (filter.code.empty() || cause.code == filter.code))
            page.total += cause.count;
    // Unfiltered pages go straight to their chunk; filtered ones look through all before them.
    const std::int64_t first_chunk = filtered ? 0 : after / findings_per_chunk;
    std::int64_t position = filtered ? 0 : first_chunk * findings_per_chunk;
    const auto chunks = finding_chunks(snapshot, findings);
    for (auto chunk = first_chunk; chunk < chunks; ++chunk) {
        const auto parsed = json::parse(snapshot.file_chunk(findings, chunk));
        for (const auto& item : parsed.as_array()) {
            auto finding = finding_in(item.as_array());
            if (!filter.passes(finding)) continue;
            if (position++ < after) continue;
            if (page.items.size() == limit) {
                page.next = after + static_cast<std::int64_t>(limit);
                return page;
            }
            page.items.push_back(std::move(finding));
        }
    }
    return page;
}

}  // namespace tenpoint::movements
