package org.callboard.bench.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Locale;
import org.callboard.testing.Api;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What came back, as far as it was read: no more than 256 KB, and of a stream that goes on what came in two seconds.
 *
 * @param status 0 where the server closed the connection without an answer
 */
record RawAnswer(int status, String head, String body) {

    private static final int MAX = 256 * 1024;
    private static final int PATIENCE_MS = 15_000;
    private static final int STREAM_PATIENCE_MS = 2_000;
    private static final List<String> SHAPE = List.of("type", "title", "status", "traceId", "errors", "data");

    /** Sends a request on a connection of its own. */
    static RawAnswer to(RawRequest request, int port) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(PATIENCE_MS);
            try {
                socket.getOutputStream().write(request.bytes());
                socket.getOutputStream().flush();
            } catch (IOException e) {
                // refused before it was read to its end; the answer is there all the same
            }
            return of(read(socket));
        }
    }

    private static byte[] read(Socket socket) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] part = new byte[16 * 1024];
        InputStream in = socket.getInputStream();
        try {
            for (int read = in.read(part); read >= 0 && all.size() < MAX; read = in.read(part)) {
                all.write(part, 0, read);
                socket.setSoTimeout(STREAM_PATIENCE_MS);
            }
        } catch (SocketTimeoutException e) {
            if (all.size() == 0) {
                throw e;
            }
        } catch (IOException e) {
            // a connection that was reset: what came before counts
        }
        return all.toByteArray();
    }

    private static RawAnswer of(byte[] bytes) {
        String text = new String(bytes, ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0 || !text.startsWith("HTTP/1.1 ")) {
            return new RawAnswer(0, text, "");
        }
        String head = text.substring(0, end);
        String body = text.substring(end + 4);
        if (head.toLowerCase(Locale.ROOT).contains("\r\ntransfer-encoding: chunked")) {
            body = unchunked(body);
        }
        int status = Integer.parseInt(text.substring(9, 12));
        return new RawAnswer(status, head, new String(body.getBytes(ISO_8859_1), UTF_8));
    }

    private static String unchunked(String chunks) {
        StringBuilder whole = new StringBuilder();
        int at = 0;
        while (true) {
            int line = chunks.indexOf("\r\n", at);
            if (line < 0) {
                return whole.toString();
            }
            int size = Integer.parseInt(chunks.substring(at, line).split(";")[0].strip(), 16);
            int from = Math.min(line + 2, chunks.length());
            whole.append(chunks, from, Math.min(from + size, chunks.length()));
            at = from + size + 2;
            if (size == 0 || at >= chunks.length()) {
                return whole.toString();
            }
        }
    }

    /** Whether it is the API's one shape of an error, with all its keys and the status of the answer. */
    boolean isApiError() {
        try {
            JsonNode json = Api.JSON.readTree(body);
            return SHAPE.stream().allMatch(json::has)
                    && json.size() == SHAPE.size()
                    && json.get("status").asInt() == status;
        } catch (JacksonException e) {
            return false;
        }
    }

    boolean isHtml() {
        return head.toLowerCase(Locale.ROOT).contains("\r\ncontent-type: text/html");
    }
}
