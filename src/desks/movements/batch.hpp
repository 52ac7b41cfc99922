// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "desks/intake/batch.hpp"
#include "desks/movements/source.hpp"

namespace tenpoint::movements {

// Sources and batches are those of activity sheets, too (desks/intake).
using intake::Batch;
using intake::BatchStatus;
using intake::Content;
using intake::counts_jointly;

}  // namespace tenpoint::movements
