# TENPOINT_SANITIZE=memory (clang, which has libFuzzer) or =threads (g++). Sources are put together by
# sixteens, and warnings are the release build's matter.
set(CMAKE_UNITY_BUILD ON)
set(CMAKE_UNITY_BUILD_BATCH_SIZE 16)
add_compile_options(-O1 -g1 -fno-omit-frame-pointer -w)

if(TENPOINT_SANITIZE STREQUAL "memory")
    # The address sanitizer itself sees whoever follows a null pointer or leaves an object; to check
    # every access for both would take half as long again to compile.
    add_compile_options(-fsanitize=address,undefined,fuzzer-no-link -fno-sanitize-recover=all
                        -fno-sanitize=null,alignment,object-size,vptr)
    add_link_options(-fsanitize=address,undefined)
elseif(TENPOINT_SANITIZE STREQUAL "threads")
    add_compile_options(-fsanitize=thread)
    add_link_options(-fsanitize=thread)
else()
    message(FATAL_ERROR "TENPOINT_SANITIZE is neither memory nor threads")
endif()
