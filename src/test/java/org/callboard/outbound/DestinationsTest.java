package org.callboard.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.callboard.testing.Receiver;
import org.junit.jupiter.api.Test;

/** Where calls to other programs may go. */
class DestinationsTest {

    private final Destinations strict = new Destinations(host -> false);
    private final Destinations lax = new Destinations(host -> true);

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

    /** A telephone's keyboard writes the first letter as a capital, and some programs all of them. */
    @Test
    void capitalsSayNothing() throws Exception {
        assertThat(strict.problem("HTTPS://Hooks.Example.com/a")).isNull();
        assertThat(strict.problem("Https://hooks.example.com")).isNull();
        assertThat(strict.problem("HTTPS://LOCALHOST/a")).contains("private");
        assertThat(strict.problem("HTTP://hooks.example.com")).isNotNull();
        assertThat(lax.problem("HTTP://10.0.0.1/hook")).isNull();
        try (Receiver receiver = new Receiver();
                OutboundClient client = client(lax)) {
            String url = receiver.url().replace("http://", "HTTP://");
            assertThat(client.call(new HttpGet(url), ClassicHttpResponse::getCode))
                    .isEqualTo(200);
        }
    }

    @Test
    void oneTrustedHostOpensNoOther() {
        Destinations house = new Destinations("10.0.0.1"::equals);
        assertThat(house.problem("http://10.0.0.1:2322/api")).isNull();
        assertThat(house.problem("http://10.0.0.2/api")).isNotNull();
        assertThat(house.problem("https://10.0.0.2/api")).isNotNull();
        assertThat(house.problem("http://geo.example.com/api")).isNotNull();
        assertThat(house.problem("ftp://10.0.0.1/api")).isNotNull();
    }

    private static OutboundClient client(Destinations destinations) {
        Duration limit = Duration.ofSeconds(10);
        return new OutboundClient("test", destinations, limit, limit, limit);
    }

    @Test
    void aNameThatLeadsToAPrivateAddressIsNotCalled() throws Exception {
        assertThatThrownBy(() -> strict.resolve("localhost")).isInstanceOf(Destinations.Refused.class);
        assertThat(lax.resolve("localhost")).isNotEmpty();
        assertThat(Destinations.isPublic(InetAddress.getByName("203.0.114.7"))).isTrue();
        try (Receiver receiver = new Receiver()) {
            String url = receiver.url().replace("127.0.0.1", "localhost");
            try (OutboundClient client = client(strict)) {
                assertThatThrownBy(() -> client.call(new HttpGet(url), ClassicHttpResponse::getCode))
                        .isInstanceOf(Destinations.Refused.class)
                        .hasMessageContaining("private address");
            }
            assertThat(receiver.rest()).isEmpty();
            try (OutboundClient client = client(new Destinations("localhost"::equals))) {
                assertThat(client.call(new HttpGet(url), ClassicHttpResponse::getCode))
                        .isEqualTo(200);
            }
        }
    }
}
