// SPDX-License-Identifier: Apache-2.0
#include "app/verification_report.hpp"

#include <boost/describe/enum_to_string.hpp>
#include <fmt/format.h>
#include <fmt/ostream.h>

#include "app/command.hpp"
#include "base/translations.hpp"

namespace tenpoint::app {

int report(const store::Verification& found, Terminal& terminal) {
    if (found.flaw) {
        const auto key =
            fmt::format("verify.{}", boost::describe::enum_to_string(found.flaw->code, ""));
        fmt::print(terminal.err, "{}\n",
                   translate_numbered(terminal.language, key, found.flaw->arguments));
        return exit_refused;
    }
    const auto signers = static_cast<std::int64_t>(found.head.signers.size());
    const auto number = std::to_string(found.head.number);
    fmt::print(terminal.out, "{}\n{}\n",
               translate(terminal.language, "verify.all_right",
                         {{"records", found.records},
                          {"files", found.files},
                          {"entries", found.entries},
                          {"blocks", found.blocks},
                          {"signers", signers}}),
               translate(terminal.language, "verify.head",
                         {{"number", std::string_view{number}},
                          {"head", std::string_view{found.head.head}}}));
    return exit_done;
}

}  // namespace tenpoint::app
