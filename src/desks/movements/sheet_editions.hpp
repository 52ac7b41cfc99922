// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "desks/movements/sheet.hpp"
#include "desks/movements/sheet_content.hpp"
#include "desks/movements/sheet_content_collection.hpp"
#include "record/record.hpp"
#include "store/store.hpp"

namespace tenpoint::movements {

// The records that a sheet is collected from: those shared with all partners, who are its readers,
// and all batches, since those that are not shared count as well. They are the same whoever prints
// it or compares it, so that no edition tells its readers what is kept from them, and none looks
// changed to some of them only.
Result<SheetInputs> sheet_inputs(store::Store& store,
                                 std::shared_ptr<const Consolidation> consolidation);

// The content of an edition on its way into the store; made before the writer's turn.
store::StagedFile stage_content(const SheetContent& content,
                                const std::filesystem::path& staging_folder);

// Keeps an edition of the sheet, with its content, for `owner`. Where the latest edition about the
// same subject and dates printed the same figures, that one is given and nothing is written.
// Fails with `forbidden`, or with `not_found` where the subject is gone.
Result<record::Record<Sheet>> print_edition(store::Transaction& transaction,
                                            const SheetSubject& subject,
                                            const SheetContent& content,
                                            const store::StagedFile& staged, const Id& owner);

// The figures as the edition printed them.
Result<SheetContent> edition_content(const store::Snapshot& snapshot,
                                     const record::Record<Sheet>& sheet);

// One figure that an edition printed and that is another today.
struct SheetChange {
    std::string place;
    Indicator indicator{};
    std::optional<Period> period;        // nothing: over the sheet's dates
    std::string origin;                  // empty: of everybody
    std::optional<std::int64_t> before;  // nothing: there was, or is, no such figure
    std::optional<std::int64_t> after;
};

// Whether today's figures differ from those of the edition; cheap where nothing at all changed
// since it was printed. An edition that cannot be read, or is about what is gone, counts as
// changed: it must not make a list of many fail.
bool changed_since(const store::Snapshot& snapshot, const record::Record<Sheet>& sheet,
                   const SheetInputs& inputs);

// The figures that differ: totals first, then months, then origins.
std::vector<SheetChange> changes_between(const SheetContent& printed, const SheetContent& today);

}  // namespace tenpoint::movements
