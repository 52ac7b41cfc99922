// SPDX-License-Identifier: Apache-2.0
//
// embed SYMBOL BASE_DIRECTORY OUTPUT_DIRECTORY FILE_OR_DIRECTORY…
//
// Writes SYMBOL.S, SYMBOL.cpp and SYMBOL.hpp, which put the bytes of the files into a library:
// the header declares `std::span<const EmbeddedFile> tenpoint::embedded::SYMBOL()`, sorted by
// path, each path relative to BASE_DIRECTORY. A directory stands for all files below it. The
// bytes are taken in by the assembler, so that a large file costs no compile time.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <map>
#include <stdexcept>
#include <string>

namespace {

namespace fs = std::filesystem;

using Files = std::map<std::string, fs::path>;  // by path below the base directory

Files gather(const fs::path& base, int count, char** arguments) {
    Files files;
    const auto add = [&](const fs::path& file) {
        files.emplace(fs::relative(file, base).generic_string(), fs::absolute(file));
    };
    for (int i = 0; i < count; ++i) {
        const fs::path path = arguments[i];
        if (!fs::exists(path)) throw std::runtime_error("there is no " + path.string());
        if (!fs::is_directory(path)) {
            add(path);
            continue;
        }
        for (const auto& entry : fs::recursive_directory_iterator(path))
            if (entry.is_regular_file()) add(entry.path());
    }
    return files;
}

std::ofstream open(const fs::path& path) {
    std::ofstream out;
    out.exceptions(std::ios::failbit | std::ios::badbit);
    out.open(path, std::ios::binary);
    return out;
}

std::string label(const std::string& symbol, std::size_t number) {
    return "tenpoint_embedded_" + symbol + "_" + std::to_string(number);
}

void write_assembly(std::ostream& out, const std::string& symbol, const Files& files) {
    out << ".section .rodata\n";
    std::size_t number = 0;
    for (const auto& [path, file] : files) {
        const auto name = label(symbol, number++);
        out << ".balign 16\n.globl " << name << "\n.globl " << name << "_end\n"
            << name << ":\n.incbin " << std::quoted(file.string()) << '\n'
            << name << "_end:\n.byte 0\n";
    }
    out << ".section .note.GNU-stack,\"\",@progbits\n";
}

void write_source(std::ostream& out, const std::string& symbol, const Files& files) {
    out << "#include \"embedded/" << symbol << ".hpp\"\n\n#include <array>\n\nextern \"C\" {\n";
    for (std::size_t i = 0; i < files.size(); ++i)
        out << "extern const char " << label(symbol, i) << "[];\nextern const char "
            << label(symbol, i) << "_end[];\n";
    out << "}\n\nstd::span<const tenpoint::EmbeddedFile> tenpoint::embedded::" << symbol
        << "() {\n    static const std::array<EmbeddedFile, " << files.size() << "> files{\n";
    std::size_t number = 0;
    for (const auto& [path, file] : files) {
        const auto name = label(symbol, number++);
        out << "        EmbeddedFile{" << std::quoted(path) << ", {" << name << ", " << name
            << "_end}},\n";
    }
    out << "    };\n    return files;\n}\n";
}

void write_header(std::ostream& out, const std::string& symbol) {
    out << "#pragma once\n\n#include <span>\n\n#include \"base/embedded.hpp\"\n\n"
        << "namespace tenpoint::embedded {\n\nstd::span<const EmbeddedFile> " << symbol
        << "();\n\n}\n";
}

}  // namespace

int main(int count, char** arguments) try {
    if (count < 4) {
        std::cerr << "usage: embed SYMBOL BASE_DIRECTORY OUTPUT_DIRECTORY FILE_OR_DIRECTORY…\n";
        return EXIT_FAILURE;
    }
    const std::string symbol = arguments[1];
    const fs::path output = arguments[3];
    const auto files = gather(arguments[2], count - 4, arguments + 4);
    fs::create_directories(output);
    auto assembly = open(output / (symbol + ".S"));
    write_assembly(assembly, symbol, files);
    auto source = open(output / (symbol + ".cpp"));
    write_source(source, symbol, files);
    auto header = open(output / (symbol + ".hpp"));
    write_header(header, symbol);
    return EXIT_SUCCESS;
} catch (const std::exception& error) {
    std::cerr << "embed: " << error.what() << '\n';
    return EXIT_FAILURE;
}
