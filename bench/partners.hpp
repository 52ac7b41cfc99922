// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is measured with: partners of about 250 bytes, and a folder for them.

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

#include "desks/directory/partner.hpp"
#include "store/store.hpp"

namespace tenpoint::bench {

// Goes with the object. Below the folder that TENPOINT_BENCH_FOLDER names, since /tmp may be
// memory.
class Folder {
  public:
    Folder() {
        const char* base = std::getenv("TENPOINT_BENCH_FOLDER");
        std::string pattern = std::string(base ? base : ".") + "/bench-XXXXXX";
        if (!mkdtemp(pattern.data())) throw std::runtime_error("no folder");
        path_ = pattern;
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

inline constexpr const char* website =
    "https://example.org/a/page/about/the/association/and/its/offices";

inline std::string name_of(std::int64_t number) {
    return "Association for the protection of people on the move, office " + std::to_string(number);
}

inline directory::Partner partner_of(std::int64_t number) {
    directory::Partner partner;
    partner.name = name_of(number);
    partner.kind = directory::PartnerKind::ngo;
    partner.country = "PAN";
    partner.website = website;
    return partner;
}

// Makes so many. Of ten, one is public, and one confidential, which nobody but an administrator may
// read.
inline void add_partners(store::Store& store, std::int64_t count) {
    using enum record::Visibility;
    constexpr std::int64_t at_once = 1000;
    const auto principal = access::Principal::local_administrator("bench");
    for (std::int64_t made = 0; made < count; made += at_once)
        store
            .write(principal,
                   [&](store::Transaction& to) -> Result<void> {
                       for (auto number = made; number < std::min(made + at_once, count); ++number)
                           TENPOINT_CHECK(
                               to.insert(partner_of(number), {{},
                                                              number % 10 == 0   ? everybody
                                                              : number % 10 == 9 ? confidential
                                                                                 : partners}));
                       return {};
                   })
            .value();
}

}  // namespace tenpoint::bench
