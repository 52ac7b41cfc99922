// SPDX-License-Identifier: Apache-2.0
#include "store/storage_problem.hpp"

#include <optional>
#include <utility>

namespace tenpoint::store {
namespace {

std::optional<FieldProblem> field_of(DatabaseError::Sort sort) {
    using enum DatabaseError::Sort;
    if (sort == damaged) return FieldProblem{"/database", "damaged_database"};
    if (sort == altered) return FieldProblem{"/database", "altered_database"};
    if (sort == disk_full) return FieldProblem{"/disk", "full_disk"};
    if (sort == connection_lost)
        return FieldProblem{"/database", std::string(unreachable_database)};
    if (sort == outcome_unknown) return FieldProblem{"/database", "perhaps_kept"};
    return std::nullopt;
}

Problem storage_failure(const char* detail, std::optional<FieldProblem> field,
                        std::source_location where) {
    Problem problem{ProblemCode::storage_failed, detail, {}, where};
    if (field) problem.fields.push_back(std::move(*field));
    return problem;
}

}  // namespace

Problem storage_problem(const DatabaseError& error, std::source_location where) {
    return storage_failure(error.what(), field_of(error.sort()), where);
}

Problem storage_problem(const std::system_error& error, std::source_location where) {
    const bool is_full = error.code() == std::errc::no_space_on_device;
    return storage_failure(
        error.what(), is_full ? field_of(DatabaseError::Sort::disk_full) : std::nullopt, where);
}

Problem file_problem(std::string pointer, const std::filesystem::path& path, const std::string& why,
                     std::source_location where) {
    return {ProblemCode::storage_failed,
            path.string() + ": " + why,
            {{std::move(pointer), "cannot_open", {path.string(), why}}},
            where};
}

}  // namespace tenpoint::store
