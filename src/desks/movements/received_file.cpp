// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/received_file.hpp"

#include <algorithm>
#include <string_view>

#include "access/may.hpp"
#include "desks/movements/deciding.hpp"
#include "desks/movements/personal_cells.hpp"
#include "desks/movements/recognition_personal_words.hpp"
#include "desks/movements/stored_findings.hpp"

namespace tenpoint::movements {
namespace {

bool is_about_persons(std::string_view code) {
    return code == "personal_column" || code == "personal_column_kept" ||
           code == "personal_column_elsewhere" || code == "personal_columns_unknown";
}

// By the summary of its findings, which has every cause, however many findings there are.
bool found_persons(const store::Snapshot& snapshot, const Batch& batch) {
    return std::ranges::any_of(finding_causes(snapshot, batch.findings), is_about_persons,
                               &FindingCause::code);
}

// Another sheet, or a second table, may have been read by another import of the same bytes.
bool tells_of_persons(const store::Snapshot& readers, const record::Record<Batch>& batch) {
    const auto snapshot = readers.as_the_node();
    store::ListQuery query;
    query.equal = {{"file_hash", batch.value.file_hash}};
    return std::ranges::any_of(snapshot.all<Batch>(query), [&](const auto& same) {
        return same.envelope.owner == batch.envelope.owner && found_persons(snapshot, same.value);
    });
}

bool tells_of_nobody(std::string_view text) {
    constexpr std::size_t most_digits = 5;
    return text.size() <= most_digits &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// A word for columns about persons, a hashtag, or what a column without a header is called.
bool is_no_cell(std::string_view header) {
    constexpr std::ptrdiff_t most_digits = 3;  // of "Phone 2"
    if (header.empty() || header.starts_with('#') || header.starts_with("column ")) return true;
    const auto digits = std::ranges::count_if(header, [](char c) { return c >= '0' && c <= '9'; });
    return personal_header(header) != PersonalHeader::none && digits <= most_digits &&
           header.find('@') == header.npos;
}

}  // namespace

Result<void> check_received_file(const store::Snapshot& snapshot,
                                 const record::Record<Batch>& batch) {
    const auto subject = access::subject_of(record::Kind<Batch>::stewardship, batch.envelope);
    if (access::may_have_persons(snapshot.principal(), subject)) return {};
    if (own_source(snapshot, batch.value) || !tells_of_persons(snapshot, batch)) return {};
    return Problem{ProblemCode::forbidden, "received file", {{"/file", "file_about_persons"}}};
}

Finding without_cell(Finding finding) {
    if (finding.row > 0 && !tells_of_nobody(finding.text)) finding.text = masked(finding.text);
    if (is_about_persons(finding.code) && !is_no_cell(finding.column))
        finding.column = masked(finding.column);
    return finding;
}

}  // namespace tenpoint::movements
