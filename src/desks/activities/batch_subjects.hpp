// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/period.hpp"
#include "base/result.hpp"
#include "desks/activities/partner_lookup.hpp"
#include "desks/intake/batch.hpp"
#include "store/snapshot.hpp"

// What a batch of activities is about, by which it is told whether one sheet holds another:
// partners often send theirs, one by one, to one source.
namespace tenpoint::activities {

// An organisation at work for a sector in an area in a month, as a sheet writes it.
struct ReportSubject {
    std::string organisation;
    std::string country;  // alpha-3; this and what follows may be empty
    std::string area;     // admin 1
    std::string sector;
    std::optional<Period> month;

    bool operator==(const ReportSubject&) const = default;
};

// The subjects of a batch's reports. Organisations are the same by the partner that the directory
// knows under their name, areas by name or code, sectors by theme; else by folded names.
class BatchSubjects {
  public:
    // Whether they have an organisation in common, or a sector in an area in a month.
    bool may_correct(const BatchSubjects& other) const;
    // Whether anything is in both.
    bool share(const BatchSubjects& other) const;
    // What of `other` is not here: it would go if these took its place.
    std::vector<ReportSubject> missing(const BatchSubjects& other) const;

  private:
    friend Result<BatchSubjects> subjects_of(const store::Snapshot& snapshot,
                                             const intake::Batch& batch,
                                             const PartnerLookup& partners);
    struct Known {
        ReportSubject subject;
        std::vector<std::string> keys;  // one for each way that the area is named
    };
    bool has(const Known& known) const;

    std::vector<Known> subjects_;  // each once
    std::set<std::string> keys_;
    std::set<std::string> organisations_;
    std::set<std::string> works_;  // by area, sector and month
};

// Of a batch of activities that `snapshot` may read.
Result<BatchSubjects> subjects_of(const store::Snapshot& snapshot, const intake::Batch& batch,
                                  const PartnerLookup& partners);

}  // namespace tenpoint::activities
