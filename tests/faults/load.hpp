// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "store/store.hpp"

namespace tenpoint::faults {

// A folder of a node with a store in it, and what the store has acknowledged. Both go with the
// object.
class LoadedNode {
  public:
    // Over a folder that this object then owns.
    explicit LoadedNode(std::filesystem::path folder);
    ~LoadedNode();
    LoadedNode(const LoadedNode&) = delete;
    LoadedNode& operator=(const LoadedNode&) = delete;

    // A fresh folder, with the database made and closed again.
    static std::filesystem::path new_folder();

    const std::filesystem::path& folder() const { return folder_; }
    void close() { store_.reset(); }

    // Several threads at once make partners and change them. A thread whose change is refused goes
    // on with the next where `persistent`, and stops otherwise.
    void write(bool persistent);

    // The problems with which changes were refused.
    const std::vector<Problem>& refusals() const { return refusals_; }

    // By the partner's name, the version that was acknowledged last.
    const std::map<std::string, std::int64_t>& acknowledged() const { return acknowledged_; }

    // What is wrong with the store that is in a folder now: damage, a record or change that was
    // acknowledged and is not there, one without its entry in the journal. Empty: nothing.
    static std::string trouble_in(const std::filesystem::path& folder,
                                  const std::map<std::string, std::int64_t>& acknowledged);

  private:
    void write_partners(int thread, bool persistent);

    std::filesystem::path folder_;
    std::unique_ptr<store::Store> store_;
    std::mutex mutex_;
    int rounds_ = 0;
    std::map<std::string, std::int64_t> acknowledged_;
    std::vector<Problem> refusals_;
};

}  // namespace tenpoint::faults
