// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/finding.hpp"
#include "store/snapshot.hpp"
#include "store/staged_file.hpp"

namespace tenpoint::movements {

// The findings of a batch are kept as one file of the store, a thousand to a chunk, however many
// there are, and a summary by code as the last chunk.
class FindingsFile {
  public:
    explicit FindingsFile(const std::filesystem::path& staging_folder);

    void add(const Finding& finding);
    // Nothing may be added after it.
    const store::StagedFile& finish();

    std::int64_t count(Severity severity) const;

  private:
    store::StagedFile staged_;
    std::string pending_;  // findings of the chunk to come, as the inside of a JSON array
    std::int64_t in_pending_ = 0;
    struct Cause {
        Severity severity{};
        std::int64_t count = 0;
    };
    std::map<std::string, Cause> causes_;
};

struct FindingCause {
    std::string code;
    Severity severity{};
    std::int64_t count = 0;
};

// The causes of a batch's findings, errors first, the most frequent of them first.
std::vector<FindingCause> finding_causes(const store::Snapshot& snapshot, const Id& findings);

struct FindingFilter {
    std::optional<Severity> severity;
    std::string code;  // empty: any

    bool passes(const Finding& finding) const {
        return (!severity || finding.severity == *severity) &&
               (code.empty() || finding.code == code);
    }
};

struct FindingPage {
    std::vector<Finding> items;
    std::optional<std::int64_t> next;  // where the page after begins
    std::int64_t total = 0;            // of all that pass the filter
};

// The findings that pass the filter, from the `after`-th on, in the order of rows.
FindingPage findings_page(const store::Snapshot& snapshot, const Id& findings,
                          const FindingFilter& filter, std::int64_t after, std::size_t limit);

}  // namespace tenpoint::movements
