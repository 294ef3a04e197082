package org.callboard.platform;

import java.util.List;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;

/**
 * Leaves out what a client says it would like (RFC 9110, section 12.5) where that can't be read: nobody needs it to be
 * understood. Whoever reads it later, and again for the page that tells of an error, throws in the middle of the work.
 */
final class ReadablePreferences implements HttpConfiguration.Customizer {

    private static final List<HttpHeader> LISTS =
            List.of(HttpHeader.ACCEPT_LANGUAGE, HttpHeader.ACCEPT_ENCODING, HttpHeader.ACCEPT_CHARSET);

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        HttpFields headers = request.getHeaders();
        HttpFields readable = headers;
        for (HttpHeader list : LISTS) {
            if (!isReadableList(headers, list)) {
                readable = HttpFields.build(readable).remove(list).asImmutable();
            }
        }
        if (!hasReadableTypes(headers)) {
            readable = HttpFields.build(readable).remove(HttpHeader.ACCEPT).asImmutable();
        }
        return readable == headers ? request : new Readable(request, readable);
    }

    /** As the web server reads it. */
    private static boolean isReadableList(HttpFields headers, HttpHeader name) {
        try {
            headers.getQualityCSV(name);
            return true;
        } catch (HttpException.RuntimeException | IllegalArgumentException e) {
            return false;
        }
    }

    /** As Spring reads it, which takes fifty at the most. */
    private static boolean hasReadableTypes(HttpFields headers) {
        try {
            MimeTypeUtils.sortBySpecificity(MediaType.parseMediaTypes(headers.getValuesList(HttpHeader.ACCEPT)));
            return true;
        } catch (InvalidMediaTypeException | InvalidMimeTypeException e) {
            return false;
        }
    }

    private static final class Readable extends Request.Wrapper {

        private final HttpFields headers;

        Readable(Request request, HttpFields headers) {
            super(request);
            this.headers = headers;
        }

        @Override
        public HttpFields getHeaders() {
            return headers;
        }
    }
}
