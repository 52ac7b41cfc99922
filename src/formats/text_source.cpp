// SPDX-License-Identifier: Apache-2.0
#include "formats/text_source.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <stdexcept>

#include <unicode/ucnv_err.h>

namespace tenpoint::formats {
namespace {

constexpr std::size_t raw_bytes = std::size_t{256} << 10;
constexpr std::size_t pivot_units = 16'384;

// Counts what cannot be decoded, which comes out as U+FFFD.
void count_and_substitute(const void* context, UConverterToUnicodeArgs* arguments,
                          const char* units, std::int32_t length, UConverterCallbackReason reason,
                          UErrorCode* status) {
    if (reason <= UCNV_IRREGULAR) ++*static_cast<std::size_t*>(const_cast<void*>(context));
    UCNV_TO_U_CALLBACK_SUBSTITUTE(nullptr, arguments, units, length, reason, status);
}

std::size_t without_zeros(char* text, std::size_t size, FileFindings& findings) {
    if (size == 0 || std::memchr(text, 0, size) == nullptr) return size;
    findings.add(Severity::warning, "null_characters");
    return static_cast<std::size_t>(std::remove(text, text + size, '\0') - text);
}

}  // namespace

TextSource::TextSource(std::unique_ptr<ByteSource> bytes, Encoding encoding)
    : bytes_(std::move(bytes)), encoding_(std::move(encoding)) {
    std::array<char, 4> mark{};
    bytes_->read(mark.data(), encoding_.mark_bytes);
    if (encoding_.name != "UTF-8") open_converter();
}

double TextSource::progress() const {
    if (bytes_->size() == 0) return 1;
    return std::min(1.0, static_cast<double>(bytes_->position() - (waiting_.size() - decoded_)) /
                             static_cast<double>(bytes_->size()));
}

std::size_t TextSource::read(char* to, std::size_t room, FileFindings& findings) {
    // A piece of nothing but zeros is not the end.
    while (true) {
        const auto size =
            from_ ? read_converted(to, room, findings) : read_utf8(to, room, findings);
        if (size == 0) return 0;
        if (const auto kept = without_zeros(to, size, findings); kept > 0) return kept;
    }
}

std::size_t TextSource::read_utf8(char* to, std::size_t room, FileFindings& findings) {
    std::memcpy(to, waiting_.data(), waiting_.size());
    const auto fresh = bytes_->read(to + waiting_.size(), room - waiting_.size());
    const std::string_view piece{to, waiting_.size() + fresh};
    waiting_.clear();
    const auto valid = valid_utf8_prefix(piece);
    only_ascii_ = only_ascii_ && valid.is_ascii;
    if (valid.bytes == piece.size()) return valid.bytes;
    if (fresh > 0 && is_cut_character(piece.substr(valid.bytes))) {
        waiting_ = piece.substr(valid.bytes);
        return valid.bytes > 0 ? valid.bytes : read_utf8(to, room, findings);
    }
    // The file is not what it looked like: decode this piece anew, and all after it.
    waiting_ = piece;
    if (only_ascii_) {
        encoding_ = encoding_of(piece);
        findings.add(Severity::information, "encoding_guessed", 0, encoding_.name);
    }
    open_converter();
    return read_converted(to, room, findings);
}

std::size_t TextSource::read_converted(char* to, std::size_t room, FileFindings& findings) {
    auto* end = to;
    while (end == to && !finished_) {
        if (decoded_ == waiting_.size() && !at_end_) {
            waiting_.resize(raw_bytes);
            waiting_.resize(bytes_->read(waiting_.data(), waiting_.size()));
            decoded_ = 0;
            at_end_ = waiting_.empty();
        }
        finished_ = convert(end, to + room) && at_end_;
    }
    if (substitutions_ > 0 && !reported_) {
        findings.add(Severity::warning, "undecodable_text", 0, encoding_.name);
        reported_ = true;
    }
    return static_cast<std::size_t>(end - to);
}

bool TextSource::convert(char*& to, const char* limit) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* source = waiting_.data() + decoded_;
    ucnv_convertEx(to_utf8_.get(), from_.get(), &to, limit, &source,
                   waiting_.data() + waiting_.size(), pivot_.get(), &pivot_source_, &pivot_target_,
                   pivot_.get() + pivot_units, false, static_cast<UBool>(at_end_), &status);
    decoded_ = static_cast<std::size_t>(source - waiting_.data());
    return status != U_BUFFER_OVERFLOW_ERROR;
}

void TextSource::open_converter() {
    UErrorCode status = U_ZERO_ERROR;
    from_.reset(ucnv_open(encoding_.name.c_str(), &status));
    to_utf8_.reset(ucnv_open("UTF-8", &status));
    ucnv_setToUCallBack(from_.get(), count_and_substitute, &substitutions_, nullptr, nullptr,
                        &status);
    if (U_FAILURE(status)) throw std::runtime_error("ICU lacks the encoding " + encoding_.name);
    pivot_ = std::make_unique<UChar[]>(pivot_units);
    pivot_source_ = pivot_target_ = pivot_.get();
}

}  // namespace tenpoint::formats
