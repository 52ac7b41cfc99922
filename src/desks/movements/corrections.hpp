// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "base/language.hpp"
#include "base/result.hpp"
#include "desks/movements/batch.hpp"
#include "record/record.hpp"
#include "store/store.hpp"

namespace tenpoint::movements {

// How much of a partner's table goes back to be corrected.
struct CorrectionLimits {
    std::int64_t rows = 200'000;   // of a longer table only the rows with findings, as an excerpt
    std::size_t remarks = 20'000;  // errors first, then warnings, then information
};

// Writes a workbook to `to` for the partner to correct and send again: on the first sheet its own
// table, row for row as it was received, with each finding as a comment on its cell and a colour;
// on the second the findings by cause, in `language`. Whoever may have the batch's file may have
// it (received_file.hpp). Fails as `open_table` does, with `not_found` where the file was
// destroyed, or with `storage_failed` where the disk does.
Result<void> write_corrections(store::Store& store, const access::Principal& principal,
                               const record::Record<Batch>& batch, Language language,
                               const std::filesystem::path& to,
                               const CorrectionLimits& limits = {});

// "entries.csv" gives "entries-to-correct.xlsx".
std::string corrections_name(const std::string& file_name);

}  // namespace tenpoint::movements
