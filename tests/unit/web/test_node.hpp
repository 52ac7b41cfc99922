// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "desks/directory/kinds.hpp"
#include "desks/directory/partner.hpp"
#include "desks/directory/password.hpp"
#include "desks/directory/user.hpp"
#include "held_clock.hpp"
#include "store/store.hpp"

namespace tenpoint::web {

// A store of its own in a folder that goes with it, with one partner and one user.
class TestNode {
  public:
    static constexpr std::string_view user_name = "officer";
    static constexpr std::string_view password = "a long enough one";

    using KindList = std::vector<const record::KindInfo*>;

    explicit TestNode(KindList kinds = directory_kinds()) : kinds_(std::move(kinds)) {
        std::string name = (std::filesystem::temp_directory_path() / "tenpoint-XXXXXX").string();
        folder_ = mkdtemp(name.data());
        store_ = store::Store::open({folder_}, kinds_, clock_, randomness_).value();
        const auto make = [&](store::Transaction& transaction) -> Result<void> {
            directory::Partner partner;
            partner.name = "A partner";
            TENPOINT_TRY(made, transaction.insert(partner, {}));
            directory::User user;
            user.name = user_name;
            user.partner = {made.envelope.id};
            user.role = access::Role::information_officer;
            user.password_hash = directory::hash_password(password);
            TENPOINT_TRY(account, transaction.insert(user, {made.envelope.id}));
            officer_ = {access::Principal::Sort::user, account.envelope.id, made.envelope.id,
                        user.role, user.name};
            return {};
        };
        store_->write(access::Principal::local_administrator("test"), make).value();
    }
    ~TestNode() {
        store_.reset();
        std::filesystem::remove_all(folder_);
    }

    store::Store& store() { return *store_; }
    HeldClock& clock() { return clock_; }
    Randomness& randomness() { return randomness_; }
    const Id& user() const { return officer_.user; }
    const access::Principal& officer() const { return officer_; }

  private:
    static KindList directory_kinds() {
        const auto kinds = directory::kinds();
        return {kinds.begin(), kinds.end()};
    }

    KindList kinds_;
    HeldClock clock_;
    SystemRandomness randomness_;
    std::filesystem::path folder_;
    std::unique_ptr<store::Store> store_;
    access::Principal officer_;
};

}  // namespace tenpoint::web
