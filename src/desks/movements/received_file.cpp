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
bool tells_of_persons(const store::Snapshot& snapshot, const Batch& batch) {
    return std::ranges::any_of(
        finding_causes(snapshot, batch.findings), [](const FindingCause& cause) {
            return cause.code == "personal_column" || cause.code == "personal_column_kept";
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
    if (!tells_of_persons(snapshot, batch.value) || own_source(snapshot, batch.value)) return {};
    return Problem{ProblemCode::forbidden, "received file", {{"/file", "file_about_persons"}}};
}

Finding without_cell(Finding finding) {
    if (finding.row > 0 && !tells_of_nobody(finding.text)) finding.text = masked(finding.text);
    return finding;
}

}  // namespace tenpoint::movements
