// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/finding.hpp"
#include "base/result.hpp"
#include "desks/movements/batch.hpp"
#include "record/record.hpp"
#include "store/snapshot.hpp"

namespace tenpoint::movements {

// Whether the reader of a batch may have the file as it was received, and what repeats its cells.
// Where columns about persons were found in it, read or not, by this or another import of its
// owner, that is not for all who may read the batch: it is for those who might if it were
// confidential (access::may_have_persons), and for those who decide on it, since they may change
// its source. Else `forbidden`. All that hands out a batch's file, or a table made from it, asks
// this.
Result<void> check_received_file(const store::Snapshot& snapshot,
                                 const record::Record<Batch>& batch);

// A finding for those who may not have the file: of the cell that it quotes the first character
// stands, and of the header of a column about persons, where that is not a word for one: in a file
// without headers the first person's own cell may stand in its place. A figure stays, since a few
// digits tell of nobody.
Finding without_cell(Finding finding);

}  // namespace tenpoint::movements
