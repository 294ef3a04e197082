package org.callboard.web.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.callboard.access.Role;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Shop;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;

/** The claim as the browsers of five people send it, ten times each, in the same moment. */
class ClaimOverHttpTest {

    private final Shop shop = new Shop();

    @Test
    void oneOfFiftyGetsItAndTheOthersSeeWho() {
        long id = shop.booking("Jordan Reyes", "937-555-0142").id();
        List<Visitor> people = IntStream.range(0, 5)
                .mapToObj(i -> Visitor.signedIn(shop.tenant.user(Role.CSR)))
                .toList();
        people.forEach(person -> person.get("/calls"));
        List<Visitor.Answer> answers =
                AtOnce.run(50, i -> () -> people.get(i % 5).post("/calls/" + id + "/claim"));
        List<Integer> statuses = answers.stream().map(Visitor.Answer::status).toList();
        assertThat(Collections.frequency(statuses, 200)).isEqualTo(1);
        assertThat(Collections.frequency(statuses, 409)).isEqualTo(49);
        assertThat(answers.stream().filter(answer -> answer.status() == 409))
                .allMatch(answer -> answer.body().contains("role=\"alert\""));
    }

    @Test
    void whatIsInTheWayIsSaidOnce() {
        String inquiry =
                "/calls/" + shop.booking("Jordan Reyes", "937-555-0142").id();
        Visitor csr = Visitor.signedIn(shop.tenant.user(Role.CSR));
        csr.get("/calls");
        Visitor.Answer answer = csr.post(inquiry + "/book", "who", "new");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).containsOnlyOnce("claim it first.");
    }

    @Test
    void aViewerMayLookAndNotClaim() {
        long id = shop.booking("Jordan Reyes", "937-555-0142").id();
        Visitor viewer = Visitor.signedIn(shop.tenant.user(Role.Viewer));
        assertThat(viewer.get("/calls/" + id).body())
                .contains("Jordan Reyes")
                .doesNotContain("/claim", "data-job-form", "lead-dialog", "dismiss-dialog");
        assertThat(viewer.post("/calls/" + id + "/claim").status()).isEqualTo(403);
    }
}
