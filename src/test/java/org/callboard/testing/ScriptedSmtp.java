package org.callboard.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * A mail server that answers as a test says: the script gets the word of each step (HELLO for the greeting, EHLO, MAIL,
 * RCPT, DATA, END for the end of a mail) and gives the answer; null for the friendly one, HANG_UP to cut the connection,
 * SILENCE to say nothing at all.
 */
public final class ScriptedSmtp implements AutoCloseable {

    public static final String HANG_UP = "hang up";
    public static final String SILENCE = "silence";

    private final ServerSocket server;
    private final UnaryOperator<String> script;
    private final Thread accepting;
    private final List<String> steps = new CopyOnWriteArrayList<>();
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    public ScriptedSmtp(int port, UnaryOperator<String> script) {
        this.script = script;
        try {
            server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        accepting = Thread.ofVirtual().start(this::accept);
    }

    /** At a port of its own. */
    public ScriptedSmtp(UnaryOperator<String> script) {
        this(0, script);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The steps of all connections so far. */
    public List<String> steps() {
        return steps;
    }

    /** Every mail that came in whole, whatever the answer was. */
    public List<String> mails() {
        return mails;
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            OutputStream out = socket.getOutputStream();
            String said = answer(out, "HELLO");
            String line;
            while (!said.equals(HANG_UP) && (line = in.readLine()) != null) {
                said = answer(out, line.split(" ", 2)[0].toUpperCase(Locale.ROOT));
                if (said.startsWith("354")) {
                    StringBuilder mail = new StringBuilder();
                    while ((line = in.readLine()) != null && !line.equals(".")) {
                        mail.append(line).append('\n');
                    }
                    if (line == null) {
                        return; // unfinished: it never was a mail
                    }
                    mails.add(mail.toString());
                    said = answer(out, "END");
                }
            }
        } catch (IOException e) {
            // the other side went away
        }
    }

    private String answer(OutputStream out, String step) throws IOException {
        steps.add(step);
        String told = script.apply(step);
        String words = told != null
                ? told
                : switch (step) {
                    case "HELLO" -> "220 test";
                    case "DATA" -> "354 go on";
                    case "END" -> "250 2.0.0 Ok: queued as 4711";
                    default -> "250 Ok";
                };
        if (!words.equals(SILENCE) && !words.equals(HANG_UP)) {
            out.write((words + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
        return words;
    }

    @Override
    public void close() {
        try {
            server.close();
            accepting.join(); // the port is free once nobody waits at it
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
