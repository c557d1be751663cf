#include <zlib.h>

/* deflateInit2 is a macro, which Swift cannot see. 16 + MAX_WBITS asks for a gzip wrapper. */
static inline int hub_gzip_init(z_stream *stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, 16 + MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
}
