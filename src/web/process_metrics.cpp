// SPDX-License-Identifier: Apache-2.0
#include "web/process_metrics.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sys/resource.h>
#include <unistd.h>

namespace tenpoint::web {
namespace {

double seconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

}  // namespace

ProcessMetrics process_metrics() {
    ProcessMetrics metrics;
    rusage usage{};
    if (getrusage(RUSAGE_SELF, &usage) == 0)
        metrics.cpu_seconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    std::ifstream memory("/proc/self/statm");
    double pages = 0;
    if (memory >> pages >> pages)  // the second number
        metrics.resident_bytes = pages * static_cast<double>(sysconf(_SC_PAGESIZE));
    std::error_code error;
    const std::filesystem::directory_iterator files("/proc/self/fd", error);
    if (!error) metrics.open_files = static_cast<double>(std::distance(begin(files), end(files)));
    return metrics;
}

}  // namespace tenpoint::web
