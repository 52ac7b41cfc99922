# The browser interface, built by npm from ui/ and embedded: tenpoint_interface, with
# `tenpoint::embedded::interface()` in "embedded/interface.hpp", paths as the browser asks for them.
find_program(NPM npm REQUIRED)
set(ui ${CMAKE_SOURCE_DIR}/ui)
set(built ${CMAKE_BINARY_DIR}/interface)
file(MAKE_DIRECTORY ${built})

file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${ui}/src/* ${ui}/public/*)
list(FILTER sources EXCLUDE REGEX "\\.d\\.ts$|\\.test\\.tsx?$")
file(GLOB settings CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/translations/*/ui.json ${ui}/*.html ${ui}/*.json ${ui}/*.ts ${ui}/*.js)
add_custom_command(
    OUTPUT ${ui}/node_modules/.package-lock.json
    COMMAND ${NPM} ci --no-audit --no-fund --loglevel=error
    DEPENDS ${ui}/package-lock.json
    WORKING_DIRECTORY ${ui}
    COMMENT "Installing the npm packages of ui/"
    VERBATIM)
add_custom_command(
    OUTPUT ${built}.stamp
    COMMAND ${NPM} run --silent build -- --outDir ${built} --emptyOutDir --logLevel warn
    COMMAND ${CMAKE_COMMAND} -E touch ${built}.stamp
    DEPENDS ${sources} ${settings} ${ui}/node_modules/.package-lock.json
    WORKING_DIRECTORY ${ui}
    COMMENT "Building the interface"
    VERBATIM)

tenpoint_embed(tenpoint_interface interface ${built} ${built} DEPENDS ${built}.stamp)
