package org.callboard.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import org.callboard.testing.Receiver;
import org.junit.jupiter.api.Test;

/** Where webhooks may go. */
class DestinationsTest {

    private final Destinations strict = new Destinations("");
    private final Destinations lax = new Destinations("allow");

    @Test
    void privateAddressesAreRefusedHoweverTheyAreWritten() {
        for (String host : List.of(
                "localhost",
                "127.0.0.1",
                "127.1",
                "2130706433",
                "0x7f000001",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "[::1]",
                "[::]",
                "[fd00::1]",
                "[fe80::1]",
                "[::ffff:10.0.0.1]",
                "[64:ff9b::a00:1]",
                "[2002:a00:1::]",
                "[2001:db8::1]")) {
            assertThat(strict.problem("https://" + host + "/hook")).as(host).isNotNull();
        }
    }

    @Test
    void onlyWholeHttpsUrlsAreTaken() {
        assertThat(strict.problem("https://hooks.example.com/a?b=c")).isNull();
        assertThat(strict.problem("https://93.184.216.34:8443/")).isNull();
        assertThat(strict.problem("https://[2606:2800:220:1::1]/")).isNull();
        for (String url : List.of(
                "",
                "hooks.example.com",
                "http://hooks.example.com",
                "ftp://hooks.example.com",
                "https://",
                "https://user:secret@hooks.example.com/",
                "https://hooks.example.com/#a",
                "https://hooks example.com/",
                "file:///etc/passwd")) {
            assertThat(strict.problem(url)).as(url).isNotNull();
        }
        assertThat(lax.problem("http://10.0.0.1/hook")).isNull();
    }

    @Test
    void aNameThatLeadsToAPrivateAddressIsNotCalled() throws Exception {
        assertThatThrownBy(() -> strict.resolve("localhost")).isInstanceOf(Destinations.Refused.class);
        assertThat(lax.resolve("localhost")).isNotEmpty();
        assertThat(Destinations.isPublic(InetAddress.getByName("203.0.114.7"))).isTrue();
        try (Receiver receiver = new Receiver()) {
            Sender sender = new Sender(strict, Clock.systemUTC());
            Sender.Answer answer = sender.send(
                    receiver.url().replace("127.0.0.1", "localhost"), "msg_1", "{}", List.of("whsec_c2VjcmV0c2VjcmV0"));
            assertThat(answer.status()).isNull();
            assertThat(answer.text()).contains("private address");
            assertThat(receiver.rest()).isEmpty();
            sender.destroy();
        }
    }
}
