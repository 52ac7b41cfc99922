// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

#include "base/id.hpp"
#include "base/result.hpp"
#include "desks/movements/gathered_figures.hpp"
#include "desks/movements/segment_reader.hpp"
#include "desks/movements/segment_writer.hpp"
#include "store/snapshot.hpp"

namespace tenpoint::movements {

// What one accepted file of a source counted, in the codes of its own segment.
struct EarlierSegment {
    SegmentReader words;
    std::vector<ReadFigure> figures;
};

// Of all that are accepted, the file that came last first. On these the running totals of a later
// file go on.
using EarlierFigures = std::vector<EarlierSegment>;

// Those of a source that the reader of the snapshot may know, as many figures as are gathered of
// one file.
Result<EarlierFigures> earlier_figures(const store::Snapshot& snapshot, const Id& source);

// The figures of one of them in the codes of the segment that is written, those of its series
// alone.
std::vector<ReadFigure> in_codes_of(const SegmentWriter& segment, const EarlierSegment& earlier);

}  // namespace tenpoint::movements
