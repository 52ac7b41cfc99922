// SPDX-License-Identifier: Apache-2.0
#include "app/open_files.hpp"

#include <algorithm>
#include <sys/resource.h>

#include <spdlog/spdlog.h>

namespace tenpoint::app {
namespace {

constexpr std::size_t files_of_the_house = 156;  // the database's, the log's, uploads being kept

}  // namespace

std::size_t allow_open_files() {
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    const auto soft = limit.rlim_cur;
    limit.rlim_cur = limit.rlim_max;
    return ::setrlimit(RLIMIT_NOFILE, &limit) == 0 ? limit.rlim_max : soft;
}

std::size_t connections_within(std::size_t files, std::size_t wished, std::size_t more_refused) {
    const auto enough_for = files - std::min(files / 2, files_of_the_house + more_refused);
    if (wished <= enough_for) return wished;
    spdlog::warn("event=fewer_connections wished={} allowed={} open_files={}", wished, enough_for,
                 files);
    return enough_for;
}

}  // namespace tenpoint::app
