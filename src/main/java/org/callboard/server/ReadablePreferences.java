package org.callboard.server;

import java.util.List;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;

/**
 * Leaves out what a client says it would like (RFC 9110, section 12.5) where that can't be read, or is longer than any
 * client's wishes: nobody needs it to be understood. Whoever reads it later, and again for the page that tells of an error,
 * throws in the middle of the work; and what is read here, the other connections wait for.
 */
final class ReadablePreferences implements HttpConfiguration.Customizer {

    private static final List<HttpHeader> LISTS =
            List.of(HttpHeader.ACCEPT_LANGUAGE, HttpHeader.ACCEPT_ENCODING, HttpHeader.ACCEPT_CHARSET);

    /** Browsers send some hundred. */
    private static final int MAX_LETTERS = 2048;

    /** As many as Spring takes. */
    private static final int MAX_WISHES = 50;

    @Override
    public Request customize(Request request, HttpFields.Mutable responseHeaders) {
        HttpFields headers = request.getHeaders();
        HttpFields readable = readable(headers);
        return readable == headers ? request : new Readable(request, readable);
    }

    /** The same ones where nothing had to go. */
    static HttpFields readable(HttpFields headers) {
        HttpFields readable = headers;
        for (HttpHeader list : LISTS) {
            if (isLong(headers, list) || !isReadableList(headers, list)) {
                readable = HttpFields.build(readable).remove(list).asImmutable();
            }
        }
        if (isLong(headers, HttpHeader.ACCEPT) || !hasReadableTypes(headers)) {
            readable = HttpFields.build(readable).remove(HttpHeader.ACCEPT).asImmutable();
        }
        return readable;
    }

    private static boolean isLong(HttpFields headers, HttpHeader name) {
        int letters = 0;
        long wishes = 0;
        for (HttpField field : headers) {
            String value = field.getHeader() == name ? field.getValue() : null;
            if (value != null) {
                letters += value.length();
                wishes += 1;
                if (letters > MAX_LETTERS) {
                    return true;
                }
                wishes += value.chars().filter(letter -> letter == ',').count();
            }
        }
        return wishes > MAX_WISHES;
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

    /** As Spring reads it. */
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
