// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string>
#include <utility>

#include "base/finding.hpp"

namespace tenpoint::formats {

// The findings about one file while it is read; bounded, since a broken file repeats its trouble.
class FileFindings {
  public:
    static constexpr int limit_of_one_code = 100;

    void add(Severity severity, std::string code, std::int64_t row = 0, std::string text = {}) {
        add({severity, std::move(code), row, {}, std::move(text), {}, {}});
    }
    void add(Finding finding) {
        if (std::ranges::count(all_, finding.code, &Finding::code) >= limit_of_one_code) return;
        all_.push_back(std::move(finding));
    }
    const Findings& all() const { return all_; }

  private:
    Findings all_;
};

}  // namespace tenpoint::formats
