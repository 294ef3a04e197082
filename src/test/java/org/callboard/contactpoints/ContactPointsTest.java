package org.callboard.contactpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.testing.Office.ok;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.callboard.addresses.Address;
import org.callboard.matches.LikelyMatch;
import org.callboard.matches.LikelyMatches;
import org.callboard.matches.LikelyMatches.Probe;
import org.callboard.search.Hit;
import org.callboard.search.Search;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A value stays as it was sent; what it is understood as finds it. */
class ContactPointsTest {

    private static final String TWO = "937-555-2121 / 937-555-2122";

    private final Office office = new Office();
    private final long tenant = office.tenant.id;
    private int number;

    private long customer(String name, String type, String value) {
        String address = Office.ADDRESS.replace("12 Oak St", ++number + "0 Oak St");
        return ok(office.api.post(office.customers, """
                        {"name":"%1$s","address":%2$s,"contacts":[{"type":"%3$s","value":"%4$s","memo":"m"}],
                         "locations":[{"name":"%1$s","address":%2$s}]}
                        """.formatted(name, address, type, value)))
                .get("id")
                .longValue();
    }

    private List<Long> listed(String phone) {
        return office.ids(office.customers + "?phone=" + encoded(phone));
    }

    private List<Long> found(String text) {
        return office.tenant.caller.call(() -> Server.bean(Search.class).find(tenant, text, 20).hits().stream()
                .map(Hit::customerId)
                .distinct()
                .toList());
    }

    private List<LikelyMatch> asking(String name, ContactType type, String value) {
        Probe probe = Probe.of(name, null, List.of(new ContactDraft(type, value, null)));
        return office.tenant.caller.call(() -> Server.bean(LikelyMatches.class).of(tenant, probe));
    }

    private List<Long> matched(String value) {
        return asking("", value.contains("@") ? ContactType.Email : ContactType.Phone, value).stream()
                .map(LikelyMatch::customerId)
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String contactsOf(long customer) {
        return office.customers + "/" + customer + "/contacts";
    }

    @Test
    void aContactWithTwoNumbersIsOneAndIsFoundByBoth() {
        long uma = customer("Uma One", "Phone", TWO);
        JsonNode contact = ok(office.api.get(contactsOf(uma))).get("data").get(0);
        assertThat(contact.get("value").stringValue()).isEqualTo(TWO);
        assertThat(ok(office.api.get(contactsOf(uma))).get("data")).hasSize(1);
        for (String one : List.of("937-555-2121", "(937) 555-2122", "2122", "+1 937 555 2121")) {
            assertThat(listed(one)).as(one).containsExactly(uma);
        }
        for (String one : List.of("937-555-2121", "9375552122", "555-2122", "2122 uma")) {
            assertThat(found(one)).as(one).containsExactly(uma);
        }
        for (String one : List.of("937-555-2121", "+19375552122", "937-555-2199 or 937-555-2122")) {
            assertThat(matched(one)).as(one).containsExactly(uma);
        }
        assertThat(matched("937-555-2123")).isEmpty();

        String path = contactsOf(uma) + "/" + contact.get("id").longValue();
        ok(office.api.patch(path, "{\"value\":\"937-555-2131\"}"));
        assertThat(listed("937-555-2122")).isEmpty();
        assertThat(found("937-555-2131")).containsExactly(uma);
        ok(office.api.patch(path, "{\"value\":\"uma@example.com, u1@example.com\",\"type\":\"Email\"}"));
        assertThat(listed("937-555-2131")).isEmpty();
        assertThat(found("u1@example")).containsExactly(uma);
        assertThat(matched("U1@example.com")).containsExactly(uma);
        assertThat(office.api.delete(path).status()).isEqualTo(200);
        assertThat(found("u1@example")).isEmpty();
        assertThat(matched("uma@example.com")).isEmpty();
    }

    /** Letters that are dialed, figures behind the number, what can't be read: each is found as people look for it. */
    @Test
    void whatIsTypedIsFoundByWhatItMeans() {
        Map<String, List<String>> searches = Map.of(
                "1-800-FLOWERS", List.of("800-356-9377", "3569377", "1-800-FLOWERS"),
                "937-555-2141 Home", List.of("937-555-2141", "2141"),
                "555-2121", List.of("555-2121"),
                "(937) 555-8120 x101", List.of("937-555-8120", "937-555-8120 x101", "(937) 555-8120 ext. 101"),
                "+49 30 123456", List.of("+4930123456", "123456"),
                "12345 ask for Jo", List.of("12345"));
        searches.forEach((typed, searched) -> {
            long id = customer("Wes " + typed.replaceAll("\\W", "").toLowerCase(), "Phone", typed);
            for (String one : searched) {
                assertThat(listed(one)).as(typed + " by " + one).contains(id);
                assertThat(found(one)).as(typed + " by " + one).contains(id);
            }
        });
        long al = customer("Al", "Email", "Al <AL@Example.com>");
        for (String one : List.of("al@example.com", "Al <al@example.com>", "mailto:al@example.com", "AL@EX")) {
            assertThat(found(one)).as(one).containsExactly(al);
        }
        assertThat(found("12345 Nowhere St")).isEmpty();
        assertThat(matched("mailto:al@example.com")).containsExactly(al);
        assertThat(matched("a.l@example.com")).isEmpty();
    }

    @Test
    void theMainNumberLeadsToAllItsExtensionsAndToNobodyAlone() {
        long first = customer("Uma One", "Phone", "(937) 555-8120 x101");
        long second = customer("Val Two", "Phone", "(937) 555-8120 x102");
        assertThat(listed("937-555-8120")).containsExactly(first, second);
        assertThat(found("937-555-8120")).containsExactlyInAnyOrder(first, second);
        assertThat(matched("937-555-8120")).containsExactlyInAnyOrder(first, second);
        assertThat(asking("", ContactType.Phone, "937-555-8120")).noneMatch(LikelyMatch::attaches);
        assertThat(matched("937-555-8120 ext. 102")).containsExactly(second);
        assertThat(asking("", ContactType.Phone, "937-555-8120;ext=102")).allMatch(LikelyMatch::attaches);
        assertThat(matched("937-555-8120 x103")).isEmpty();
        long main = customer("Wes Three", "Phone", "937-555-8120");
        assertThat(matched("937-555-8120 x103")).containsExactly(main);
        assertThat(asking("", ContactType.Phone, "937-555-8120").getFirst().customerId())
                .isEqualTo(main);
    }

    @Test
    void whatManyHaveOrStandsForNoneIsShownAndTellsNobodyApart() {
        for (int i = 0; i < 5; i++) {
            customer("Tenant " + i, "Phone", "937-555-2150");
            customer("None " + i, "Email", "noemail@noemail.com");
        }
        assertThat(asking("", ContactType.Phone, "937-555-2150")).hasSize(5).allMatch(LikelyMatch::attaches);
        customer("Tenant 5", "Phone", "937-555-2150");
        assertThat(asking("", ContactType.Phone, "937-555-2150")).hasSize(6).noneMatch(LikelyMatch::attaches);
        assertThat(asking("", ContactType.Email, "noemail@noemail.com"))
                .isNotEmpty()
                .noneMatch(LikelyMatch::attaches);
        customer("Local", "Phone", "555-2121");
        assertThat(asking("", ContactType.Phone, "555-2121")).isNotEmpty().noneMatch(LikelyMatch::attaches);
        customer("Nora Adams", "Email", "na@acme.com");
        assertThat(asking("", ContactType.Email, "na@acme.com")).isNotEmpty().allMatch(LikelyMatch::attaches);
    }

    /** Another name at another address may be who has the number now. */
    @Test
    void nobodyElseSomewhereElseIsTheSame() {
        customer("Uma One", "Phone", "937-555-2161");
        Address there = new Address("77 Elm St", null, "Dayton", "OH", "45402", "USA");
        Address here = new Address(number + "0 Oak Street", null, "Dayton", "OH", "45402", "USA");
        for (var said : Map.of(
                        Probe.of("Val Two", there, phone()), false,
                        Probe.of("Val Two", here, phone()), true,
                        Probe.of("Val Two", null, phone()), true,
                        Probe.of("", there, phone()), true,
                        Probe.of("V. T.", there, phone()), true,
                        Probe.of("Uma Onee", there, phone()), true)
                .entrySet()) {
            assertThat(office.tenant.caller.call(
                            () -> Server.bean(LikelyMatches.class).of(tenant, said.getKey())))
                    .as(said.getKey().name() + " at " + said.getKey().address())
                    .singleElement()
                    .extracting(LikelyMatch::attaches)
                    .isEqualTo(said.getValue());
        }
    }

    private static List<ContactDraft> phone() {
        return List.of(new ContactDraft(ContactType.Phone, "937-555-2161", null));
    }

    /** What stands there may stay, whatever it is, while something else is changed. */
    @Test
    void aValueThatCantBeReadIsNoObstacle() {
        long uma = customer("Uma One", "Phone", "937-555-2171");
        long id = office.ids(contactsOf(uma)).getFirst();
        office.tenant.caller.run(() -> Server.bean(JdbcClient.class)
                .sql("update contact_entry set value = 'asdf' where id = :id")
                .param("id", id)
                .update());
        String path = contactsOf(uma) + "/" + id;
        assertThat(ok(office.api.patch(path, "{\"memo\":\"odd\"}")).get("value").stringValue())
                .isEqualTo("asdf");
        assertThat(ok(office.api.patch(path, "{\"value\":\"asdf\",\"memo\":\"x\"}"))
                        .get("memo")
                        .stringValue())
                .isEqualTo("x");
        assertThat(Office.wrong(office.api.patch(path, "{\"value\":\"qwer\"}"))).containsExactly("value");
        assertThat(Office.wrong(office.api.patch(path, "{\"type\":\"Email\"}"))).containsExactly("value");
    }

    @Test
    void bookingsLeadsAndPeopleAreFoundInTheSameWay() {
        Shop shop = new Shop();
        var api = shop.tenant.api();
        String leads = api.path("crm/v2", "/leads");
        long lead =
                ok(api.post(leads, """
                        {"campaignId":%d,"summary":"x","followUpDate":"2027-01-04T14:00:00Z",
                         "leadPhone":"%s","leadEmail":"uma@example.com"}
                        """.formatted(shop.campaign, TWO))).get("id").longValue();
        assertThat(Office.ids(ok(api.get(leads + "?leadPhone=937-555-2122")).get("data")))
                .containsExactly(lead);
        ok(api.patch(leads + "/" + lead, "{\"leadPhone\":\"\"}"));
        assertThat(Office.ids(ok(api.get(leads + "?leadPhone=2122")).get("data")))
                .isEmpty();
        ok(api.patch(leads + "/" + lead, "{\"leadPhone\":\"937-555-2125 x7\"}"));
        assertThat(Office.ids(ok(api.get(leads + "?leadPhone=9375552125")).get("data")))
                .containsExactly(lead);

        String contacts = api.path("crm/v2", "/contacts");
        String guid = ok(api.post(contacts, "{\"name\":\"Uma One\"}")).get("id").stringValue();
        String methods = contacts + "/" + guid + "/contact-methods";
        String method = ok(api.post(methods, "{\"type\":\"Phone\",\"value\":\"" + TWO + "\"}"))
                .get("id")
                .stringValue();
        assertThat(ok(api.get(methods + "?value=937-555-2122")).get("data")).hasSize(1);
        assertThat(ok(api.get(methods + "?value=937-555-2123")).get("data")).isEmpty();
        ok(api.patch(methods + "/" + method, "{\"value\":\"937-555-2123\"}"));
        assertThat(ok(api.get(methods + "?value=937-555-2122")).get("data")).isEmpty();
        assertThat(ok(api.get(methods + "?value=9375552123")).get("data")).hasSize(1);
        assertThat(api.delete(methods + "/" + method).status()).isEqualTo(200);

        shop.customer("Uma One", "937-555-2122", "12 Oak St");
        long booking = shop.booking("Uma One", TWO).id();
        assertThat(shop.tenant.caller.call(
                        () -> Server.bean(LikelyMatches.class).barred(shop.tenant.id, List.of(booking))))
                .isEmpty();
        shop.tenant.caller.run(() -> Server.bean(JdbcClient.class)
                .sql("update customer set do_not_service = true")
                .update());
        assertThat(shop.tenant.caller.call(
                        () -> Server.bean(LikelyMatches.class).barred(shop.tenant.id, List.of(booking))))
                .containsExactly(booking);
    }
}
