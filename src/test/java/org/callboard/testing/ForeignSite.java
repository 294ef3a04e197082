package org.callboard.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A contractor's own website: one page on another host and port, under a content policy of its own. */
public final class ForeignSite implements AutoCloseable {

    private final HttpServer server;

    /** The page's body, as the contractor wrote it. */
    public ForeignSite(String body) {
        String page = """
                <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ridgeline</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <link rel="stylesheet" href="/site.css"><link rel="icon" href="data:,"></head><body>%s</body></html>
                """.formatted(body);
        String style = """
                body { margin: 0; font: 17px/1.6 Georgia, serif; color: #333; background: #fbfaf7; }
                header { padding: 28px 6vw; background: #22404f; color: #fff; font-size: 26px; }
                main { max-width: 720px; margin: 0 auto; padding: 32px 6vw 120px; }
                button, iframe, dialog { border: 9px dotted hotpink; transform: rotate(2deg); } /* a site has its ways */
                """;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String policy = "default-src 'none'; style-src 'self'; img-src data:; script-src %1$s; frame-src %1$s"
                .formatted(Server.url());
        serve("/", "text/html;charset=utf-8", page, policy);
        serve("/site.css", "text/css", style, policy);
        server.start();
    }

    private void serve(String path, String type, String text, String policy) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.getResponseHeaders().set("Content-Security-Policy", policy);
            byte[] bytes = text.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
