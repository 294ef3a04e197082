package org.callboard.bench.rough;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A bucket and a mail server to whom nobody should come: they take down each who does, in {@code s3} and {@code smtp} of a
 * directory, whose file {@code ports} says where they are. They listen until they are killed.
 */
final class Strangers {

    private Strangers() {}

    public static void main(String[] args) throws IOException {
        Path directory = Files.createDirectories(Path.of(args[0]));
        ServerSocket s3 = listen(
                directory.resolve("s3"),
                "HTTP/1.1 503 Not here\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                false);
        ServerSocket smtp = listen(directory.resolve("smtp"), "421 Not here\r\n", true);
        Path ports = directory.resolve("ports.new");
        Files.writeString(ports, s3.getLocalPort() + " " + smtp.getLocalPort() + "\n");
        Files.move(ports, directory.resolve("ports"));
    }

    private static ServerSocket listen(Path book, String answer, boolean speaksFirst) throws IOException {
        Files.writeString(book, "");
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().start(() -> {
            while (true) {
                try (Socket socket = server.accept()) {
                    String line = speaksFirst
                            ? "somebody came"
                            : new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine();
                    Files.writeString(book, line + "\n", StandardOpenOption.APPEND);
                    socket.getOutputStream().write(answer.getBytes(US_ASCII));
                } catch (IOException e) {
                    System.err.println(e.getMessage());
                }
            }
        });
        return server;
    }
}
