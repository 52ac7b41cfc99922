# tenpoint_embed(<target> <symbol> <base directory> <files or directories>…
#                [DEPENDS <files that announce a change>…])
#
# Makes the static library <target>, which carries the bytes of the files. Its header
# "embedded/<symbol>.hpp" offers `std::span<const EmbeddedFile> tenpoint::embedded::<symbol>()`
# (base/embedded.hpp) with paths relative to the base directory. A changed file is taken in anew.
# For a directory whose files are not known before the build, name under DEPENDS what is made
# together with them.
function(tenpoint_embed target symbol base)
    cmake_parse_arguments(PARSE_ARGV 3 arg "" "" "DEPENDS")
    set(output ${CMAKE_BINARY_DIR}/generated/embedded)
    set(depends ${arg_DEPENDS})
    foreach(file ${arg_UNPARSED_ARGUMENTS})
        if(NOT IS_DIRECTORY ${file})
            list(APPEND depends ${file})
        endif()
    endforeach()
    add_custom_command(
        OUTPUT ${output}/${symbol}.S ${output}/${symbol}.cpp ${output}/${symbol}.hpp
        COMMAND embed ${symbol} ${base} ${output} ${arg_UNPARSED_ARGUMENTS}
        DEPENDS embed ${depends}
        COMMENT "Embedding ${symbol}"
        VERBATIM)
    add_library(${target} STATIC ${output}/${symbol}.S ${output}/${symbol}.cpp
                                 ${output}/${symbol}.hpp)
    target_include_directories(${target} PUBLIC ${CMAKE_BINARY_DIR}/generated ${CMAKE_SOURCE_DIR}/src)
endfunction()
