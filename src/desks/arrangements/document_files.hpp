// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "base/result.hpp"
#include "desks/arrangements/document.hpp"
#include "record/record.hpp"
#include "store/transaction.hpp"

namespace tenpoint::arrangements {

// Gives a document its file, and what the file says as a text, which may be empty. A file that it
// had before is erased, for ever. Both become the document's owner's.
//
// Fails with `not_found`, `forbidden`, or `precondition_failed` where the document has another
// version than `seen`.
Result<record::Record<Document>> attach_file(store::Transaction& transaction, const Id& document,
                                             std::optional<std::int64_t> seen,
                                             const store::StagedFile& file,
                                             const store::StagedFile& text);

// Takes the file away and erases it. Fails in the same way, with `not_found` where there is none.
Result<record::Record<Document>> remove_file(store::Transaction& transaction, const Id& document,
                                             std::optional<std::int64_t> seen);

}  // namespace tenpoint::arrangements
