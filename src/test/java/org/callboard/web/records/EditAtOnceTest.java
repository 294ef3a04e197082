package org.callboard.web.records;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.callboard.access.Role;
import org.callboard.access.SignedInUser;
import org.callboard.settings.CustomFieldType.DataType;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Office;
import org.callboard.testing.Visitor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Of those who save at the same instant one wins, and nobody loses a change unseen. */
class EditAtOnceTest {

    private static final int TABS = 8;

    private final Office office = new Office();
    private final SignedInUser dana = office.tenant.user(Role.CSR);
    private final long id = office.customer("Jordan Reyes").get("id").longValue();
    private final String path = "/customers/" + id;

    @Test
    void ofManyAtTheSameInstantOneWinsAndTheOthersLearnOfIt() {
        long field = office.field("customer", "Gate code", DataType.Text, null);
        long contact = office.api
                .post(office.customers + "/" + id + "/contacts", "{\"type\":\"Phone\",\"value\":\"937-555-0142\"}")
                .json()
                .get("id")
                .longValue();
        List<Visitor> tabs =
                IntStream.range(0, TABS).mapToObj(i -> visitor(dana)).toList();

        one(
                tabs,
                i -> new String[] {"field", "name", "was-value", "Jordan Reyes", "value", "Name " + i},
                () -> name(),
                "Name ");
        one(
                tabs,
                i -> new String[] {"field", "custom-" + field, "was-value", "", "value", "Code " + i},
                () -> customer().at("/customFields/0/value").stringValue(),
                "Code ");
        one(
                tabs,
                i -> new String[] {
                    "field",
                    "contact-" + contact,
                    "was-type",
                    "Phone",
                    "was-value",
                    "937-555-0142",
                    "was-memo",
                    "",
                    "was-doNotText",
                    "false",
                    "was-jobReminders",
                    "true",
                    "was-marketing",
                    "false",
                    "was-invoices",
                    "true",
                    "was-statements",
                    "true",
                    "type",
                    "Phone",
                    "value",
                    "937-555-0142",
                    "memo",
                    "Memo " + i,
                    "jobReminders",
                    "true",
                    "invoices",
                    "true",
                    "statements",
                    "true"
                },
                () -> office.api
                        .get(office.customers + "/" + id + "/contacts")
                        .json()
                        .at("/data/0/memo")
                        .stringValue(),
                "Memo ");
    }

    private interface Form {
        String[] of(int tab);
    }

    private interface Stored {
        String read();
    }

    private void one(List<Visitor> tabs, Form form, Stored stored, String start) {
        List<Visitor.Answer> answers = AtOnce.run(TABS, i -> () -> tabs.get(i).post(path + "/edit", form.of(i)));
        List<Integer> winners = IntStream.range(0, TABS)
                .filter(i -> answers.get(i).status() == 200)
                .boxed()
                .toList();
        assertThat(winners).hasSize(1);
        assertThat(stored.read()).isEqualTo(start + winners.getFirst());
        for (int i = 0; i < TABS; i++) {
            if (i != winners.getFirst()) {
                assertThat(answers.get(i).status()).isEqualTo(422);
                assertThat(answers.get(i).body())
                        .contains(start + i, start + winners.getFirst(), "Keep mine", dana.displayName());
            }
        }
    }

    private Visitor visitor(SignedInUser user) {
        Visitor visitor = Visitor.signedIn(user);
        visitor.get(path);
        return visitor;
    }

    private JsonNode customer() {
        return office.api.get(office.customers + "/" + id).json();
    }

    private String name() {
        return customer().get("name").stringValue();
    }
}
