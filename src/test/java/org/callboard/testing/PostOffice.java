package org.callboard.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mail server of the test run: a real one, which can be closed and opened again at the same address. */
public final class PostOffice {

    public static final String FROM = "office@callboard.test";
    public static final int PORT = freePort();

    private static final GreenMail SERVER =
            new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private static boolean isOpen;

    static {
        open();
    }

    private PostOffice() {}

    static String url() {
        return "smtp://127.0.0.1:" + PORT;
    }

    public static synchronized void open() {
        if (!isOpen) {
            SERVER.start();
            isOpen = true;
        }
    }

    /** Closes it once nothing waits that other tests left to be delivered: it must not come to the servers of the next. */
    public static void closeWhenIdle() {
        Eventually.is(0L, () -> {
            JdbcClient jdbc = Server.bean(JdbcClient.class);
            jdbc.sql("delete from scheduled_tasks where task_name = 'deliver-message' and not picked")
                    .update();
            return jdbc.sql("select count(*) from scheduled_tasks where task_name = 'deliver-message'")
                    .query(Long.class)
                    .single();
        });
        close();
    }

    /** From now on nobody listens at the address. */
    public static synchronized void close() {
        if (isOpen) {
            SERVER.stop();
            isOpen = false;
        }
    }

    /** What has arrived for an address. */
    public static List<MimeMessage> mailsTo(String address) {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(mail -> recipient(mail).contains(address))
                .toList();
    }

    private static String recipient(MimeMessage mail) {
        try {
            return Arrays.toString(mail.getAllRecipients());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Below those that outgoing connections get, so that none of them takes it while the office is closed. */
    private static int freePort() {
        for (int port = 20_000 + ThreadLocalRandom.current().nextInt(10_000); ; port++) {
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // somebody has it
            }
        }
    }
}
