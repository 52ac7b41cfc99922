// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include "base/date.hpp"
#include "base/problem.hpp"
#include "desks/intake/source.hpp"
#include "record/record.hpp"
#include "record/values.hpp"

namespace tenpoint::intake {

enum class BatchStatus { proposed, accepted, superseded, withdrawn, erased };
BOOST_DESCRIBE_ENUM(BatchStatus, proposed, accepted, superseded, withdrawn, erased)

// What the rows of a table are.
enum class Content { figures, activities };
BOOST_DESCRIBE_ENUM(Content, figures, activities)

// One import: the file as received, what was read from it, and where it stands. Only the program
// makes and changes batches; rows = used + rejected + skipped always.
struct Batch {
    record::Ref<Source> source;
    BatchStatus status{};
    std::optional<record::Ref<Batch>> supersedes;
    std::string file_name;
    std::string file_hash;
    std::int64_t file_bytes = 0;
    std::string sheet;  // of a workbook; empty for CSV
    record::JsonObject mapping;
    std::int64_t rows = 0;
    std::int64_t used = 0;
    std::int64_t rejected = 0;
    std::int64_t skipped = 0;
    record::JsonObject skipped_by_reason;  // reason -> rows
    std::int64_t observations = 0;
    std::int64_t errors = 0;
    std::int64_t warnings = 0;
    std::int64_t informations = 0;
    std::optional<Day> period_from;
    std::optional<Day> period_to;
    record::JsonObject totals;  // indicator -> sum of counts, as read
    Instant received_at;
    std::optional<Instant> decided_at;
    std::optional<std::string> reason;  // why it was withdrawn, in the words of whoever did it
    Content content{};
    Id file;  // the three byte sequences of the batch, in the store's files
    Id segment;
    Id findings;
};
BOOST_DESCRIBE_STRUCT(Batch, (),
                      (source, status, supersedes, file_name, file_hash, file_bytes, sheet, mapping,
                       rows, used, rejected, skipped, skipped_by_reason, observations, errors,
                       warnings, informations, period_from, period_to, totals, received_at,
                       decided_at, reason, content, file, segment, findings))

// Who may read a batch says too what becomes of its figures, so that the one can never contradict
// the other. `partners` (or `public`) shares it. `restricted` releases it for joint figures alone:
// they count for every reader alike, but the batch is seen by its owner and the partners that it
// names. `confidential` keeps it: it counts in no joint figure, and only its owner looks at it.
constexpr bool counts_jointly(record::Visibility visibility) {
    return visibility != record::Visibility::confidential;
}

}  // namespace tenpoint::intake

namespace tenpoint::record {

template <>
struct Kind<intake::Batch> {
    using Batch = intake::Batch;
    static constexpr std::string_view name = "batch", plural = "batches";
    static constexpr int version = 3;
    static constexpr auto stewardship = Stewardship::partners;
    static constexpr NoteText made{.settable = Settable::by_the_program};
    // That there is a batch is told to those alone who may read it.
    static constexpr NoteText superseded{.told = Told::to_readers_of_its_end,
                                         .settable = Settable::by_the_program};
    static constexpr NoteText counts{.schema = "counts", .settable = Settable::by_the_program};
    static constexpr NoteText kept{.settable = Settable::by_the_program, .names_file = true};
    static constexpr auto notes = std::tuple{
        Note<&Batch::source>{made},
        Note<&Batch::status>{made},
        Note<&Batch::supersedes>{superseded},
        Note<&Batch::file_name>{made},
        Note<&Batch::file_hash>{made},
        Note<&Batch::file_bytes>{made},
        Note<&Batch::sheet>{made},
        Note<&Batch::mapping>{{.schema = "mapping", .settable = Settable::by_the_program}},
        Note<&Batch::rows>{made},
        Note<&Batch::used>{made},
        Note<&Batch::rejected>{made},
        Note<&Batch::skipped>{made},
        Note<&Batch::skipped_by_reason>{counts},
        Note<&Batch::observations>{made},
        Note<&Batch::errors>{made},
        Note<&Batch::warnings>{made},
        Note<&Batch::informations>{made},
        Note<&Batch::period_from>{made},
        Note<&Batch::period_to>{made},
        Note<&Batch::totals>{counts},
        Note<&Batch::received_at>{made},
        Note<&Batch::decided_at>{made},
        Note<&Batch::reason>{{.max_length = 500, .settable = Settable::by_the_program, .since = 2}},
        Note<&Batch::content>{{.settable = Settable::by_the_program, .since = 3}},
        Note<&Batch::file>{kept},
        Note<&Batch::segment>{kept},
        Note<&Batch::findings>{kept},
    };
    static void check(const Batch& batch, std::vector<FieldProblem>& problems);
};

}  // namespace tenpoint::record
