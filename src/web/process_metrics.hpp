// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tenpoint::web {

// What the system knows of this process.
struct ProcessMetrics {
    double cpu_seconds = 0;
    double resident_bytes = 0;
    double open_files = 0;
};
ProcessMetrics process_metrics();

}  // namespace tenpoint::web
