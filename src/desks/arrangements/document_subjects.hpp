// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/id.hpp"
#include "base/result.hpp"
#include "record/kind_info.hpp"
#include "store/transaction.hpp"

namespace tenpoint::arrangements {

// Whether documents let go of a record of the kind when it is removed: an agreement, a review, a
// place, a source. Anybody may have given it a document that those who keep it cannot read, and
// that must not hold it for ever. What an arrangement, an action or a partner has stays with it.
bool is_let_go_by_documents(const record::KindInfo& kind);

// Takes the record out of all documents that name it, whoever may change those, before it is
// removed within the same transaction. Each document's history says so.
Result<void> let_documents_go(store::Transaction& transaction, const record::KindInfo& kind,
                              const Id& removed);

}  // namespace tenpoint::arrangements
