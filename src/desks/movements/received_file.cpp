// SPDX-License-Identifier: Apache-2.0
#include "desks/movements/received_file.hpp"

#include <algorithm>
#include <string_view>

#include "access/may.hpp"
#include "desks/movements/deciding.hpp"
#include "desks/movements/recognition_personal.hpp"
#include "desks/movements/stored_findings.hpp"

namespace tenpoint::movements {
namespace {

// By the summary of its findings, which has every cause, however many findings there are.
bool found_persons(const store::Snapshot& snapshot, const Batch& batch) {
    return std::ranges::any_of(
        finding_causes(snapshot, batch.findings), [](const FindingCause& cause) {
            return cause.code == "personal_column" || cause.code == "personal_column_kept";
        });
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

}  // namespace

Result<void> check_received_file(const store::Snapshot& snapshot,
                                 const record::Record<Batch>& batch) {
    const auto subject = access::subject_of(record::Kind<Batch>::stewardship, batch.envelope);
    if (access::may_have_persons(snapshot.principal(), subject)) return {};
    if (!tells_of_persons(snapshot, batch) || own_source(snapshot, batch.value)) return {};
    return Problem{ProblemCode::forbidden, "received file", {{"/file", "file_about_persons"}}};
}

Finding without_cell(Finding finding) {
    if (finding.row > 0 && !tells_of_nobody(finding.text)) finding.text = masked(finding.text);
    return finding;
}

}  // namespace tenpoint::movements
