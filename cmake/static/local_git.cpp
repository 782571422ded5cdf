// Closes libgit2's ways to other machines in the static program, which only reads local repositories. Debian's
// archive of libgit2 wants Kerberos for them, of which there is no archive, and OpenSSL; with these definitions the
// linker never takes the objects that do. Should a later libgit2 name them differently, linking fails and says so.
extern "C" {

int git_transport_ssh_global_init() { return 0; }
int git_mbedtls_stream_global_init() { return 0; }
int git_mbedtls__set_cert_location(const char*, const char*) { return -1; }
bool git_http__expect_continue = false;

// A transport that always fails.
int git_smart_subtransport_http(void**, void*, void*) { return -1; }
int git_smart_subtransport_git(void**, void*, void*) { return -1; }
int git_smart_subtransport_ssh(void**, void*, void*) { return -1; }
}
