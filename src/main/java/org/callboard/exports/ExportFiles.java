package org.callboard.exports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.callboard.platform.FeedSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes all records of a kind as lines of JSON. They are read in small parts, each a statement of its own, so that a
 * copy of any size needs little memory and keeps no transaction open. What changes meanwhile comes through the feed, from
 * the token in the header {@value #CONTINUE} on. A copy that breaks off lacks the last chunk of its body, which every HTTP
 * client takes for an error.
 */
@Component
class ExportFiles {

    static final String CONTINUE = "Callboard-Continue-From";

    private static final int PART = 2000;
    private static final int BUFFER = 1 << 16;

    private final Exports exports;
    private final ObjectWriter json;

    ExportFiles(Exports exports, JsonMapper json) {
        this.exports = exports;
        this.json = json.writer();
    }

    <T> void write(long tenant, FeedSource<T> source, HttpServletResponse response) throws IOException {
        response.setHeader(CONTINUE, exports.now(tenant, source));
        response.setContentType("application/x-ndjson");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + source.kind() + "s.ndjson\"");
        OutputStream out = new BufferedOutputStream(response.getOutputStream(), BUFFER);
        long last = 0;
        List<T> part;
        do {
            part = source.after(tenant, last, PART);
            for (T shape : part) {
                out.write(json.writeValueAsBytes(shape));
                out.write('\n');
                last = source.id(shape);
            }
        } while (part.size() == PART);
        out.flush();
    }
}
