// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include <unicode/ucnv.h>

#include "formats/byte_source.hpp"
#include "formats/encoding.hpp"
#include "formats/file_findings.hpp"

namespace tenpoint::formats {

// The characters of a text file as valid UTF-8 without zero characters, in pieces.
// UTF-8 passes through checked but not copied; all else goes through ICU's converters. A file
// that is ASCII for long and then turns out not to be UTF-8 changes over to what it then looks
// like.
class TextSource {
  public:
    TextSource(std::unique_ptr<ByteSource> bytes, Encoding encoding);
    TextSource(const TextSource&) = delete;
    TextSource& operator=(const TextSource&) = delete;

    // Fills up to `room` bytes, at least 64; 0 at the end.
    std::size_t read(char* to, std::size_t room, FileFindings& findings);

    const std::string& encoding() const { return encoding_.name; }
    // 0 to 1.
    double progress() const;
    bool failed() const { return bytes_->failed(); }

  private:
    struct CloseConverter {
        void operator()(UConverter* converter) const { ucnv_close(converter); }
    };
    using Converter = std::unique_ptr<UConverter, CloseConverter>;

    std::size_t read_utf8(char* to, std::size_t room, FileFindings& findings);
    std::size_t read_converted(char* to, std::size_t room, FileFindings& findings);
    void open_converter();
    // Adds what ICU makes of the waiting bytes to `to`; false where `room` is full.
    bool convert(char*& to, const char* limit);

    std::unique_ptr<ByteSource> bytes_;
    Encoding encoding_;
    std::string waiting_;      // bytes read from the file and not decoded yet
    std::size_t decoded_ = 0;  // of `waiting_`
    bool only_ascii_ = true;   // so far
    bool at_end_ = false;      // of the file
    bool finished_ = false;    // with all that the converters held back
    std::size_t substitutions_ = 0;
    bool reported_ = false;     // those substitutions
    Converter from_, to_utf8_;  // none while UTF-8 passes through
    std::unique_ptr<UChar[]> pivot_;
    UChar* pivot_source_ = nullptr;
    UChar* pivot_target_ = nullptr;
};

}  // namespace tenpoint::formats
