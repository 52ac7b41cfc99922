// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "desks/movements/place_lookup.hpp"
#include "desks/movements/segment_writer.hpp"

namespace tenpoint::movements {

// The places that a reading has met, by their codes in the segment. The lookup and the segment must
// outlive it.
class MetPlaces {
  public:
    MetPlaces(const PlaceLookup& lookup, SegmentWriter& segment)
        : lookup_(lookup), segment_(segment) {}

    const PlaceLookup& lookup() const { return lookup_; }

    // The segment's code of a place that is known.
    Code code_of(const std::string& place) {
        const auto code = segment_.place(place);
        if (code >= texts_.size()) texts_.resize(code + 1);
        texts_[code] = place;
        return code;
    }

    // The place behind a code; empty for all places and an unknown one.
    const std::string& text_of(Code code) const {
        static const std::string none;
        return code < texts_.size() ? texts_[code] : none;
    }

  private:
    const PlaceLookup& lookup_;
    SegmentWriter& segment_;
    std::vector<std::string> texts_;
};

}  // namespace tenpoint::movements
