package org.callboard.exports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.callboard.changes.EntityKind;
import org.callboard.changes.FeedSource;
import org.callboard.database.CompanyPlaces;
import org.callboard.database.CompanyPlaces.Place;
import org.callboard.http.OwnHeaders;
import org.callboard.server.BufferedResponses;
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

    static final String CONTINUE = OwnHeaders.CONTINUE_FROM;

    /** They are held while a slow client takes them: as few as cost a quick one no time. */
    static final int PART = 100;

    private static final int BUFFER = 1 << 16;

    private final CompanyPlaces places = new CompanyPlaces(
            4, 16, Duration.ZERO, "Several copies are being read already. Try again when one of them is done.");

    private final Map<EntityKind, FeedSource<?>> sources;
    private final Exports exports;
    private final ObjectWriter json;

    ExportFiles(List<FeedSource<?>> sources, Exports exports, JsonMapper json) {
        this.sources = sources.stream().collect(Collectors.toMap(FeedSource::kind, Function.identity()));
        this.exports = exports;
        this.json = json.writer();
    }

    /** Throws a Busy where too many copies are being read, of the company or in all. */
    void write(long tenant, EntityKind kind, HttpServletResponse response) throws IOException {
        try (Place place = places.take(tenant)) {
            copy(tenant, Objects.requireNonNull(sources.get(kind)), response);
        }
    }

    private <T> void copy(long tenant, FeedSource<T> source, HttpServletResponse response) throws IOException {
        response.setHeader(CONTINUE, exports.now(tenant, source));
        response.setContentType("application/x-ndjson");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"" + source.kind().word() + "s.ndjson\"");
        if (BufferedResponses.wantsHeadersAlone(response)) {
            return;
        }
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
