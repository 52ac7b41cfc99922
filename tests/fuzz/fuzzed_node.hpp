// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "app/node.hpp"
#include "web/event_streams.hpp"
#include "web/jobs.hpp"
#include "web/rate_limiter.hpp"
#include "web/service.hpp"
#include "web/sessions.hpp"
#include "web/static_files.hpp"

namespace tenpoint::fuzz {

// A node in a folder that goes with it, with a few records, accepted figures and an account of some
// roles, behind the whole API. Left out are the routes that are slow on purpose, as a password's
// hash is, those that sign the accounts out, and the live streams, which end with their client
// only.
//
// An error in the log ends the program, so that the fuzzer keeps the input: what is logged as one
// is a bug or a broken machine, whatever came in.
class FuzzedNode {
  public:
    FuzzedNode();
    ~FuzzedNode();
    FuzzedNode(const FuzzedNode&) = delete;
    FuzzedNode& operator=(const FuzzedNode&) = delete;

    web::Service& service() { return *service_; }
    std::filesystem::path staging_folder() const { return node_->store().staging_folder(); }

    // The header lines of whoever a letter stands for: a(dministrator), c(oordinator),
    // i(nformation officer), r(eader). Empty for nobody.
    std::string_view header_lines_of(char who) const;
    const std::string& session_of(char who) const { return sessions_of_.at(who); }
    bool knows(char who) const { return sessions_of_.contains(who); }

    // The ids of what is there, in place of the words that stand for them: {partner}, {user},
    // {source}, {batch}.
    std::string with_ids(std::string text) const;

  private:
    void add_accounts();
    void add_figures();

    std::filesystem::path folder_;
    std::unique_ptr<app::Node> node_;
    std::unique_ptr<web::Sessions> sessions_;
    std::unique_ptr<web::Jobs> jobs_;
    std::unique_ptr<web::EventStreams> events_;
    std::unique_ptr<web::StaticFiles> files_;
    std::unique_ptr<web::RateLimiter> rates_;
    std::unique_ptr<web::Service> service_;
    std::map<char, std::string> sessions_of_;
    std::map<char, std::string> header_lines_;
    std::map<std::string, Id> ids_;  // by the word that stands for it
};

}  // namespace tenpoint::fuzz
