package org.callboard.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.callboard.testing.Api;
import org.callboard.testing.Office;
import org.callboard.testing.Receiver;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What offices write into the cells of their lists, each input in a row of its own, and what the records say then. */
class RealDataInListsTest {

    private final Desk desk = new Desk();

    private List<JsonNode> leads() {
        return Office.ok(desk.api.get(desk.api.path("crm/v2", "/leads?pageSize=100")))
                .get("data")
                .valueStream()
                .toList();
    }

    private static String cell(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    /** A cell, the lead's number, what is noted, and the numbers by which it is found; parted by |. */
    private static final List<String> NUMBERS = List.of(
            "937-555-3001 / 937-555-3002|937-555-3001|Other numbers: 937-555-3002|9375553001 9375553002",
            "937/555-3003|937/555-3003||9375553003",
            "937-555-3004;ext=101|937-555-3004;ext=101||9375553004",
            "937-555-3005,,101#|937-555-3005,,101#||9375553005",
            "937-555-3006 or 937-555-3007|937-555-3006|Other numbers: 937-555-3007|9375553006 9375553007",
            "937-555-3008 ::: 937-555-3009|937-555-3008|Other numbers: 937-555-3009|9375553008 9375553009",
            "937-555-3010\n937-555-3011|937-555-3010|Other numbers: 937-555-3011|9375553010 9375553011",
            "937-555-3012; (937) 555-3013|937-555-3012|Other numbers: (937) 555-3013|9375553012 9375553013",
            "555-3014/3015|555-3014|Phone: /3015|5553014",
            "1-800-FLOWERS|1-800-FLOWERS||8003569377",
            "800-PLUMBER|800-PLUMBER||8007586237",
            "1-800-CONTACTS|1-800-CONTACTS||8002668228",
            "937-555-3016 Home|937-555-3016|Phone: Home|9375553016",
            "937-555-3017 Apt 12|937-555-3017|Phone: Apt 12|9375553017",
            "9375553018.0|9375553018||9375553018",
            "p:+19375553019|+19375553019||9375553019",
            "\u00a0937-555-\u200b3020\u00a0|937-555-3020||9375553020");

    @Test
    void aCellOfNumbers() {
        List<String> rows = new ArrayList<>(List.of("Name,Phone"));
        for (int i = 0; i < NUMBERS.size(); i++) {
            rows.add("Uma " + (char) ('A' + i) + "," + cell(NUMBERS.get(i).split("\\|", -1)[0]));
        }
        desk.done(desk.forLeads(), String.join("\n", rows) + "\n");
        List<JsonNode> made = leads();
        assertThat(made).hasSize(NUMBERS.size());
        for (int i = 0; i < made.size(); i++) {
            String[] expected = NUMBERS.get(i).split("\\|", -1);
            assertThat(made.get(i).get("leadPhone").asString("") + "|"
                            + made.get(i).get("summary").asString(""))
                    .as(expected[0])
                    .isEqualTo(expected[1] + "|" + expected[2]);
            for (String number : expected[3].split(" ")) {
                boolean first = number.equals(expected[3].split(" ")[0]);
                assertThat(Office.ids(Office.ok(desk.api.get(desk.api.path("crm/v2", "/leads?leadPhone=" + number)))
                                .get("data")))
                        .as(number)
                        .isEqualTo(first ? List.of(made.get(i).get("id").longValue()) : List.of());
            }
        }
    }

    @Test
    void aCellOfEMailAddresses() {
        String list = String.join(
                "\n",
                "Name,Email",
                "Uma A," + cell("\"al1@example.com\""),
                "Uma B,mailto:al2@example.com",
                "Uma C,Al Three <al3@example.com>",
                "Uma D," + cell("al4@example.com, bo4@example.com"),
                "Uma E,al5@example.com\u00a0",
                "Uma F,a.l6@example.com",
                "Uma G,al6@example.com",
                "Uma H,al6+tag@example.com",
                "");
        assertThat(desk.told(desk.done(desk.forLeads(), list)))
                .as("dots and tags tell mailboxes apart")
                .allMatch(row -> row.endsWith(" New"));
        assertThat(leads().stream()
                        .map(lead -> lead.get("leadEmail").stringValue() + " "
                                + lead.get("summary").asString("")))
                .containsExactly(
                        "al1@example.com ",
                        "al2@example.com ",
                        "al3@example.com E-mail: Al Three",
                        "al4@example.com Other e-mail addresses: bo4@example.com",
                        "al5@example.com ",
                        "a.l6@example.com ",
                        "al6@example.com ",
                        "al6+tag@example.com ");
        long none = desk.done(
                desk.forLeads(),
                "Name,Email\nUma,\"al@example,com\"\nVal,al@example\nWes,al example.com\nXia,al@@example.com\n");
        assertThat(desk.told(none)).hasSize(4).allMatch(row -> row.contains("Wrong {\"email\""));
    }

    @Test
    void whoHasNoVisibleNameHasNone() {
        String joined = "नमस्\u200dते";
        long id = desk.done(
                desk.forLeads(), "Name,Phone\n\u3164,937-555-3101\n\u00a0,\n" + joined + ",937-555-3102\n\u2800,x\n");
        assertThat(leads().stream().map(lead -> lead.get("leadCustomerName").asString("none")))
                .containsExactly("none", joined);
        assertThat(desk.get(id).at("/counts/made").intValue()).isEqualTo(2);
    }

    /** Whoever may be Nora Adams is somebody; what stands for none and what many have is nobody. */
    @Test
    void anAddressLikeNoneMayBeSomebodys() {
        desk.done("kind=Customers", """
                Name,Email,Street,City,State,Zip
                Nora Adams,na@acme.com,1 Oak St,Dayton,OH,45402
                Ben Two,none@none.com,2 Oak St,Dayton,OH,45402
                """);
        long id = desk.done(desk.forLeads() + "&dryRun=true", """
                Name,Phone,Email
                Nora,,na@acme.com
                Ben,,none@none.com
                Cal,123-456-7890,
                Dee,000-000-0000,
                """);
        assertThat(desk.rows(id, "").stream().map(row -> row.get("outcome").stringValue()))
                .containsExactly("Match", "New", "New", "New");
    }

    private long bytes(String query, byte[] list) {
        HttpRequest request = desk.api.request("POST", desk.path("?" + query), "", "Content-Type", "text/csv");
        Api.Answer answer = Api.send(HttpRequest.newBuilder(request, (name, value) -> true)
                .POST(BodyPublishers.ofByteArray(list))
                .build());
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        long id = answer.json().get("id").longValue();
        desk.work(id);
        return id;
    }

    @Test
    void aFileOfAnyEncoding() {
        String list = "Name,Phone,City\nZoë Müller,937-555-32%d1,Köln\nJosé Peña,937-555-32%d2,Peñasco\n";
        int number = 0;
        for (var charset : List.of(UTF_16LE, UTF_16BE, ISO_8859_1, UTF_8)) {
            bytes(desk.forLeads(), list.formatted(number, number).getBytes(charset));
            assertThat(leads().subList(2 * number, 2 * number + 2).stream()
                            .map(lead -> lead.get("leadCustomerName").stringValue() + " "
                                    + lead.get("leadCity").stringValue()))
                    .as(charset.name())
                    .containsExactly("Zoë Müller Köln", "José Peña Peñasco");
            number++;
        }
        ByteArrayOutputStream mixed = new ByteArrayOutputStream();
        mixed.writeBytes(list.formatted(number, number).getBytes(UTF_8));
        mixed.writeBytes("Renée,937-555-3299,Paris\n".getBytes(ISO_8859_1));
        long id = bytes(desk.forLeads() + "&dryRun=true", mixed.toByteArray());
        assertThat(desk.told(id)).hasSize(3).first().isEqualTo("2 New");
        assertThat(desk.told(id).getLast())
                .as("only that row, and it says so")
                .startsWith("4 New ")
                .hasSizeGreaterThan(7);
        assertThat(desk.get(id).get("readAs").stringValue()).contains("a letter that is none");
    }

    /** What says that there is nothing is an empty cell, wherever a cell may be empty. */
    @Test
    void aWordForNothingIsNothing() {
        List<String> words = List.of(
                "N/A",
                "n/a",
                "NA",
                "none",
                "unknown",
                "-",
                "--",
                "0",
                "no phone",
                "no email",
                "null",
                "#N/A",
                "(none)",
                "n.a.",
                "No Cell",
                "don't have",
                "TBD",
                "x");
        List<String> rows = new ArrayList<>(List.of("Name,Phone,Mobile,Email,Notes"));
        for (int i = 0; i < words.size(); i++) {
            String word = cell(words.get(i));
            rows.add("Uma " + (char) ('A' + i) + "," + word + ",937-555-34" + (10 + i) + "," + word + ",");
            rows.add("Val " + (char) ('A' + i) + "," + word + ",," + word + "," + word);
        }
        long id = desk.done(desk.forLeads(), String.join("\n", rows) + "\n");
        assertThat(desk.told(id)).hasSize(2 * words.size()).allMatch(row -> row.endsWith(" New"));
        List<JsonNode> made = leads();
        for (int i = 0; i < words.size(); i++) {
            JsonNode first = made.get(2 * i);
            assertThat(first.get("leadPhone").asString("")
                            + first.get("leadEmail").asString(""))
                    .as(words.get(i))
                    .isEqualTo("937-555-34" + (10 + i));
            JsonNode second = made.get(2 * i + 1);
            assertThat(second.get("leadPhone").isNull()
                            && second.get("leadEmail").isNull())
                    .as(words.get(i))
                    .isTrue();
            assertThat(second.get("summary").asString("")) // a note may be any text, but no failed formula
                    .isEqualTo(words.get(i).equals("#N/A") ? "" : words.get(i));
        }
        id = desk.done(desk.forLeads() + "&dryRun=true", """
                Name,Phone,State,ZIP,Unit,Follow-up date
                Uma,937-555-3491,N/A,n/a,none,N/A
                Val,937-555-3492,-,0,-,-
                Wes,937-555-3493,unknown,none,N/A,0000-00-00
                """);
        assertThat(desk.told(id)).containsExactly("2 New", "3 New", "4 New");
        id = desk.done("kind=Customers", """
                Name,Phone,Fax,Email,Street,Unit,City,State,ZIP,Do not mail,Type
                Uma One,N/A,none,no email,1 Oak St,N/A,Dayton,OH,45402,N/A,unknown
                """);
        assertThat(desk.told(id)).containsExactly("2 New");
        String customer =
                "/customers/" + desk.rows(id, "").getFirst().get("recordId").longValue();
        assertThat(Office.ok(desk.api.get(desk.api.path("crm/v2", customer)))
                        .at("/address/unit")
                        .isNull())
                .isTrue();
        assertThat(Office.ok(desk.api.get(desk.api.path("crm/v2", customer + "/contacts")))
                        .get("data"))
                .isEmpty();
        assertThat(desk.told(desk.done(desk.forLeads() + "&dryRun=true", "Name,Phone\n,N/A\n")))
                .singleElement()
                .asString()
                .contains("neither who it is nor how to reach them");
    }

    /** Whoever can be reached in another way is not lost for a number that nobody can read. */
    @Test
    void whatCantBeReadIsKeptBesideAnotherWay() {
        long id = desk.done(desk.forLeads(), """
                Name,Phone,Mobile,Email,Street,City,State,ZIP
                Uma A,ask for it,,uma3501@example.com,,,,
                Uma B,937-555-3502,,uma at example,,,,
                Uma C,ask for it,937-555-3503,,,,,
                Uma D,ask for it,,,1 Oak St,Dayton,OH,45402
                Uma E,ask for it,,,,,,
                """);
        String unread = " New “ask for it” can't be read as a phone number.";
        assertThat(desk.told(id))
                .containsExactly(
                        "2" + unread,
                        "3 New “uma at example” can't be read as an e-mail address.",
                        "4" + unread,
                        "5" + unread,
                        "6 Wrong {\"phone\":[\"A phone number is expected.\"]}");
        assertThat(leads().stream()
                        .map(lead -> lead.get("leadPhone").asString("") + "|"
                                + lead.get("leadEmail").asString("") + "|"
                                + lead.get("summary").asString("")))
                .containsExactly(
                        "ask for it|uma3501@example.com|",
                        "937-555-3502|uma at example|",
                        "937-555-3503||Other numbers: ask for it",
                        "ask for it||");
        id = desk.done("kind=Customers", """
                Name,Phone,Email,Notes,Street,City,State,ZIP
                Val A,ask for it,val at example,Dog,2 Oak St,Dayton,OH,45402
                """);
        assertThat(desk.told(id))
                .containsExactly("2 New “ask for it” can't be read as a phone number."
                        + " “val at example” can't be read as an e-mail address.");
        String customer =
                "/customers/" + desk.rows(id, "").getFirst().get("recordId").longValue();
        assertThat(Office.ok(desk.api.get(desk.api.path("crm/v2", customer + "/notes")))
                        .get("data")
                        .valueStream()
                        .map(note -> note.get("text").stringValue()))
                .containsExactly("Dog\nPhone: ask for it\nE-mail: val at example");
    }

    /** Nothing parts them, so nobody says which of them is whose. */
    @Test
    void numbersThatNothingPartsAreNamed() {
        for (String kind : List.of(desk.forLeads() + "&dryRun=true", "kind=Customers&dryRun=true")) {
            assertThat(desk.told(desk.done(kind, """
                            Name,Phone,Street,City,State,ZIP
                            Uma A,93755536019375553602,1 Oak St,Dayton,OH,45402
                            Uma B,1937555360319375553604,2 Oak St,Dayton,OH,45402
                            Uma C,123456,3 Oak St,Dayton,OH,45402
                            """)))
                    .containsExactly(
                            "2 New “93755536019375553602” has more digits than a phone number, and nothing parts them.",
                            "3 New “1937555360319375553604” has more digits than a phone number, and nothing parts them.",
                            "4 New “123456” can't be read as a phone number.");
        }
    }

    /** A ZIP, the state beside it, and what becomes of both. */
    private static final List<String> ZIPS = List.of(
            "'45402|OH|45402 OH",
            "45402 1234|OH|45402-1234 OH",
            "45402-|OH|45402 OH",
            "45402 - 1234|OH|45402-1234 OH",
            "45402–1234|OH|45402-1234 OH",
            "OH 45402|OH|45402 OH",
            "\"OH, 45402\"||45402 OH",
            "Ohio 45402-1234||45402-1234 Ohio",
            "US-45402|OH|45402 OH",
            "MA 2134||02134 MA");

    @Test
    void aZipInEachOfItsWritings() {
        List<String> rows = new ArrayList<>(List.of("Name,Phone,Street,City,State,ZIP"));
        for (int i = 0; i < ZIPS.size(); i++) {
            String[] parts = ZIPS.get(i).split("\\|", -1);
            rows.add("Uma " + (char) ('A' + i) + ",'937-555-370" + i + "," + i + " Oak St,Dayton," + parts[1] + ","
                    + parts[0]);
        }
        long id = desk.done(desk.forLeads(), String.join("\n", rows) + "\n");
        assertThat(desk.told(id)).hasSize(ZIPS.size()).allMatch(row -> row.contains(" New"));
        List<JsonNode> made = leads();
        for (int i = 0; i < ZIPS.size(); i++) {
            String[] parts = ZIPS.get(i).split("\\|", -1);
            assertThat(made.get(i).get("leadZip").stringValue() + " "
                            + made.get(i).get("leadState").stringValue())
                    .as(parts[0])
                    .isEqualTo(parts[2]);
            assertThat(made.get(i).get("leadPhone").stringValue()).isEqualTo("937-555-370" + i);
            assertThat(made.get(i).get("summary").isNull()).isTrue();
        }
        long doubtful = desk.done("kind=Customers&dryRun=true", """
                Name,Street,City,State,ZIP
                Uma A,1 Oak St,Dayton,OH,45402/45403
                Uma B,2 Oak St,Dayton,OH,"Dayton, OH 45402"
                Uma C,3 Oak St,Dayton,OH,454O2
                """);
        assertThat(desk.told(doubtful)).hasSize(3).allMatch(row -> row.contains("is no postcode of United States"));
    }

    /** Moments as programs export them, each 14:05 in UTC. */
    @Test
    void aMomentInEachOfItsWritings() {
        List<String> moments = List.of(
                "2027-03-31 14:05:00 UTC",
                "2027-03-31 14:05:00 +0000",
                "2027-03-31T10:05:00-04:00",
                "2027-03-31T10:05:00.000-0400",
                "2027-03-31 10:05:00-04",
                "3/31/2027 10:05 AM EDT",
                "\"Wed, 31 Mar 2027 10:05:00 -0400\"",
                "\"Tuesday, Mar 31, 2027 09:05 AM GMT-05:00\"",
                "Wed Mar 31 2027 10:05:00 GMT-0400 (Eastern Daylight Time)",
                "2027-03-31 10:05",
                "20270331 10:05",
                "31-Mar-2027 10:05");
        assertThat(followUps(moments)).containsOnly("2027-03-31T14:05:00Z");
        List<String> days = List.of(
                "Mar-31-2027", "31-Mar-2027", "20270331", "2027-Mar-31", "31MAR2027", "Mar/31/2027", "31/Mar/2027");
        assertThat(followUps(days)).containsOnly("2027-03-31T04:00:00Z");
        assertThat(
                        desk.told(
                                desk.done(
                                        desk.forLeads() + "&dryRun=true",
                                        "Name,Phone,Follow-up date\nUma,937-555-3991,3/31/2027 8:00-10:00\nVal,937-555-3992,20273103\n")))
                .as("from eight to ten is no offset, and no year has so many months")
                .allMatch(row -> row.contains("A date is expected"));
    }

    private List<String> followUps(List<String> dates) {
        List<String> rows = new ArrayList<>(List.of("Name,Phone,Follow-up date"));
        int known = leads().size();
        for (int i = 0; i < dates.size(); i++) {
            rows.add("Uma " + (char) ('A' + i) + ",937-555-3" + (800 + known + i) + "," + dates.get(i));
        }
        long id = desk.done(desk.forLeads(), String.join("\n", rows) + "\n");
        assertThat(desk.told(id)).hasSize(dates.size()).allMatch(row -> row.endsWith(" New"));
        return leads().stream()
                .skip(known)
                .map(lead -> lead.get("followUpDate").stringValue())
                .toList();
    }

    @Test
    void aDayInEachOfItsWritings() {
        List<String> days = List.of(
                "2027-03-31 00:00:00",
                "3/31/2027",
                "\"Mar 31, 2027\"",
                "31-Mar-27",
                "3/31/27 12:00 AM",
                "46477",
                "2027-03-31T04:00:00Z",
                "\"Wednesday, March 31, 2027\"");
        List<String> rows = new ArrayList<>(List.of("", ",,", "Name,Phone,Follow-up date"));
        for (int i = 0; i < days.size(); i++) {
            rows.add("Uma " + (char) ('A' + i) + ",937-555-330" + i + "," + days.get(i));
        }
        desk.done(desk.forLeads(), String.join("\n", rows) + "\n");
        assertThat(leads()).hasSize(days.size());
        assertThat(leads().stream().map(lead -> lead.get("followUpDate").stringValue()))
                .containsOnly("2027-03-31T04:00:00Z");
    }

    /** Whoever was told of a record is told that it is gone; of one that stays, since somebody worked with it, nothing. */
    @Test
    void receiversLearnThatRecordsWereTakenBack() throws Exception {
        long id = desk.done("kind=Customers", """
                Name,Phone,Street,City,State,Zip
                Uma One,937-555-3401,1 Oak St,Dayton,OH,45402
                Val Two,937-555-3402,2 Oak St,Dayton,OH,45402
                """);
        List<Long> made = desk.rows(id, "").stream()
                .map(row -> row.get("recordId").longValue())
                .toList();
        long kept = made.getLast();
        Office.ok(desk.api.patch(desk.api.path("crm/v2", "/customers/" + kept), "{\"name\":\"Val Three\"}"));
        try (Receiver receiver = new Receiver()) {
            String webhooks = desk.api.path("callboard/v1", "/webhooks");
            receiver.subscribe(desk.api, webhooks, "tn.crm.customer-updated", "tn.crm.location-updated");
            desk.ok(id, "undo");
            desk.work(id);
            List<String> told = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                JsonNode data = receiver.next().json().get("data");
                String kind = data.has("customer") ? "customer" : "location";
                told.add(kind + " " + data.at("/" + kind + "/active") + " "
                        + data.at("/" + kind + "/name").stringValue());
            }
            assertThat(told).containsExactlyInAnyOrder("customer false Uma One", "location false Uma One");
        }
        assertThat(desk.get(id).at("/counts/kept").intValue()).isEqualTo(1);
    }
}
