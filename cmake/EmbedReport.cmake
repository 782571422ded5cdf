# Writes OUTPUT, a source file that holds the page of the report: PAGE and STYLE, the SCRIPTS one behind the other, and
# the LICENCE of those that are not the project's own. The hashes are those of the bytes as they stand in the page.
file(READ ${PAGE} page)
file(READ ${STYLE} style)
file(READ ${LICENCE} licence)
set(script "")
foreach(input IN LISTS SCRIPTS)
  file(READ ${input} text)
  string(APPEND script "${text}\n")
endforeach()

# Within a page, these would end the script or change how it is read.
foreach(mark "</script" "<script" "<!--" "sourceMappingURL")
  string(FIND "${script}" "${mark}" found)
  if(NOT found EQUAL -1)
    message(FATAL_ERROR "The scripts of the report hold `${mark}`; they cannot stand in a page.")
  endif()
endforeach()

string(SHA256 style_hash "${style}")
string(SHA256 script_hash "${script}")

set(source "#include \"report/assets.h\"\n\nnamespace macrolint {\n\nnamespace {\n\n")
foreach(part page style script licence)
  string(APPEND source "constexpr std::string_view ${part}_text = R\"asset(${${part}})asset\";\n\n")
endforeach()
string(APPEND source "}  // namespace\n\nconst ReportAssets& report_assets() {\n"
  "  static const ReportAssets assets = {page_text, style_text, script_text, licence_text, \"${style_hash}\", "
  "\"${script_hash}\"};\n"
  "  return assets;\n}\n\n}  // namespace macrolint\n")
file(WRITE ${OUTPUT} "${source}")
