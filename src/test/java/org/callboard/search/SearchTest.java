package org.callboard.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callboard.testing.Office.ok;

import java.util.List;
import org.callboard.search.Hit.In;
import org.callboard.testing.MergedBySql;
import org.callboard.testing.Office;
import org.callboard.testing.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody at the telephone types what the caller says. */
class SearchTest {

    private final Office office = new Office();
    private final long jordan = customer("Jordan Reyes", "12 Oak St", "(937) 555-0142", "jordan.reyes@example.com");
    private final long ines =
            customer("Inés O'Brien-Müller", "700 N Main Street\",\"unit\":\"#4", "614 222 0199", "ines@lake.example");

    private long customer(String name, String street, String phone, String email) {
        String address =
                "{\"street\":\"%s\",\"city\":\"Dayton\",\"state\":\"OH\",\"zip\":\"45402\",\"country\":\"USA\"}"
                        .formatted(street);
        return ok(office.api.post(office.customers, """
                {"name":"%1$s","address":%2$s,"locations":[{"name":"%1$s","address":%2$s}],
                 "contacts":[{"type":"MobilePhone","value":"%3$s"},{"type":"Email","value":"%4$s"}]}
                """.formatted(name, address, phone, email)))
                .get("id")
                .longValue();
    }

    private List<Hit> find(String text) {
        return office.tenant.caller.call(
                () -> Server.bean(Search.class).find(office.tenant.id, text, 20).hits());
    }

    private List<Long> ids(String text) {
        return find(text).stream().map(Hit::id).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jor",
                "REYES",
                "reyes, jordan",
                "jor rey",
                "Jordan Reyes Dayton",
                "12 oak",
                "12 Oak Street",
                "12 oak str",
                "12 Oak St, Dayton, OH 45402, USA",
                "12 oak ohio",
                "reyes united states",
                "(937) 555-0142",
                "937.555.0142",
                "+1 937 555 0142",
                "1 937 555",
                "937-555-01",
                "555-0142",
                "555-01",
                "55501",
                "0142",
                "reyes 0142",
                "0142 reyes",
                "jordan.reyes@example.com",
                "Jordan.Rey",
                "reyes@exam",
                "dayton reyes@example",
            })
    void anyPartFindsTheCustomer(String text) {
        assertThat(ids(text)).as(text).containsExactly(jordan);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ines",
                "INÉS",
                "obrien",
                "O’Brien",
                "brien",
                "mueller",
                "muller inés",
                "obrienmuller",
                "700 main",
                "700 North Main St Unit 4",
                "700 n. main apt 4",
                "main #4",
                "6142220199",
                "@lake.example",
                "lake.exa",
                "ke.example",
            })
    void howeverItIsWritten(String text) {
        assertThat(ids(text)).as(text).containsExactly(ines);
    }

    @Test
    void everythingTypedMustFit() {
        assertThat(ids("jordan main")).isEmpty();
        assertThat(ids("12 main")).isEmpty();
        assertThat(ids("jordan 0199")).isEmpty();
        assertThat(ids("120 oak")).isEmpty();
        assertThat(ids("1 oak")).as("a number before the last piece is whole").isEmpty();
        assertThat(ids("reyes@example.org")).isEmpty();
        assertThat(ids("dayton")).containsExactly(jordan, ines);
    }

    @Test
    void theIdLeadsAndSoDoesAWholeNumber() {
        long other = customer("Anna " + jordan, "7 Elm St", "2025550001", "a@b.example");
        assertThat(ids(Long.toString(jordan))).startsWith(jordan).contains(other);
        assertThat(ids("#" + jordan)).startsWith(jordan);
        String begun = Long.toString(jordan).substring(0, 3);
        assertThat(ids(begun)).contains(jordan);
        long street = customer("Streets", "9375550142 Oak St", "2025550002", "c@b.example");
        assertThat(ids("9375550142")).containsExactly(jordan, street);
        assertThat(ids("ines@lake.example")).containsExactly(ines);
    }

    @Test
    void aNameLeadsBeforeAnAddress() {
        long street = customer("Zed", "1 Jordan Ave", "2025550003", "z@b.example");
        long partly = customer("Jordana Abel", "2 Elm St", "2025550004", "y@b.example");
        assertThat(ids("jordan")).containsExactly(jordan, partly, street);
        assertThat(ids("jordan ave")).containsExactly(street);
    }

    @Test
    void twoPeopleBehindOneNumberAreBothShownAndWhyIsSaid() {
        long other = customer("Robin Reyes", "12 Oak St", "937-555-0142", "robin@example.com");
        List<Hit> hits = find("5550142");
        assertThat(hits).extracting(Hit::id).containsExactly(jordan, other);
        assertThat(hits).extracting(Hit::hidden).containsExactly("(937) 555-0142", "(937) 555-0142");
        assertThat(find("robin@ex")).extracting(Hit::hidden).containsExactly("robin@example.com");
        assertThat(find("robin")).extracting(Hit::hidden).containsExactly((String) null);
        assertThat(find("reyes robin 0142")).extracting(Hit::hidden).containsExactly("(937) 555-0142");
    }

    @Test
    void whereItWasFoundIsNamed() {
        assertThat(fields("jordan")).containsExactly(In.Name);
        assertThat(fields("12 oak")).containsExactly(In.Address);
        assertThat(fields("0142")).containsExactly(In.Phone);
        assertThat(fields("reyes@exam")).containsExactly(In.Email);
        assertThat(fields("#" + jordan)).containsExactly(In.Number);
        assertThat(fields("oak reyes 555-0142")).containsExactly(In.Address, In.Name, In.Phone);
    }

    @Test
    void digitsOfAnIdAndOfANumberAreFoundAsTheNumber() {
        String begun = Long.toString(jordan).substring(0, 3);
        ok(office.api.post(
                office.customers + "/" + jordan + "/contacts",
                "{\"type\":\"Phone\",\"value\":\"937-555-2%s\"}".formatted(begun)));
        assertThat(find(begun).getFirst().id()).isEqualTo(jordan);
        assertThat(fields(begun)).containsExactly(In.Phone);
        assertThat(ids("0" + begun)).as("no id begins with a zero").isEmpty();
    }

    private List<In> fields(String text) {
        return find(text).getFirst().matched().stream().map(Hit.Matched::field).toList();
    }

    @Test
    void aLocationIsShownWhereItsLineSaysSomethingElse() {
        String address = Office.ADDRESS.replace("12 Oak St", "99 Shore Rd");
        long cabin = ok(office.api.post(office.locations, """
                {"customerId":%d,"name":"Cabin","address":%s,"contacts":[{"type":"Phone","value":"7405550111"}]}
                """.formatted(jordan, address)))
                .get("id")
                .longValue();
        assertThat(find("cabin")).singleElement().satisfies(hit -> {
            assertThat(hit.kind()).isEqualTo(Kind.Location);
            assertThat(hit.id()).isEqualTo(cabin);
            assertThat(hit.customerId()).isEqualTo(jordan);
            assertThat(hit.address().street()).isEqualTo("99 Shore Rd");
        });
        assertThat(find("99 shore")).extracting(Hit::id).containsExactly(cabin);
        assertThat(find("740-555")).extracting(Hit::kind).containsExactly(Kind.Customer, Kind.Location);
        assertThat(find("reyes")).extracting(Hit::kind).containsExactly(Kind.Customer);
    }

    @Test
    void inactiveAndMergedOnesComeLastAndAreMarked() {
        long old = customer("Jordan Reyes", "12 Oak St", "9375550142", "jordan.reyes@example.com");
        office.tenant.caller.run(() -> Server.bean(JdbcClient.class)
                .sql("update customer set do_not_service = true where id = :id")
                .param("id", jordan)
                .update());
        office.tenant.caller.run(() -> MergedBySql.customer(jordan, ines));
        List<Hit> hits = find("jordan reyes").stream()
                .filter(hit -> hit.kind() == Kind.Customer)
                .toList();
        assertThat(hits).extracting(Hit::id).containsExactly(old, jordan);
        assertThat(hits).extracting(Hit::active).containsExactly(true, false);
        assertThat(hits).extracting(Hit::mergedToId).containsExactly(null, ines);
        assertThat(hits).extracting(Hit::doNotService).containsExactly(false, true);
        assertThat(ids(Long.toString(jordan)))
                .as("who has its id at hand means it")
                .startsWith(jordan);
    }

    @Test
    void aRemovedContactIsNotFound() {
        String contacts = office.customers + "/" + jordan + "/contacts";
        ok(office.api.get(contacts))
                .get("data")
                .forEach(one -> assertThat(office.api
                                .delete(contacts + "/" + one.get("id").longValue())
                                .status())
                        .isEqualTo(200));
        assertThat(ids("0142")).isEmpty();
        assertThat(ids("reyes@example")).isEmpty();
        assertThat(ids("reyes")).containsExactly(jordan);
    }

    @Test
    void anotherCompanysAreNeverFound() {
        Office other = new Office();
        for (String text : List.of("jordan", "12 oak", "0142", "reyes@example", Long.toString(jordan), "dayton ohio")) {
            List<Hit> hits = other.tenant.caller.call(() ->
                    Server.bean(Search.class).find(other.tenant.id, text, 20).hits());
            assertThat(hits).as(text).isEmpty();
            List<Hit> crossed = other.tenant.caller.call(() ->
                    Server.bean(Search.class).find(office.tenant.id, text, 20).hits());
            assertThat(crossed)
                    .as("a wrong tenant in the call shows nothing: " + text)
                    .isEmpty();
        }
    }

    /** Everybody who is looked for by other words than those on record. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Smith & Sons Heating    | smith and sons
                    Baker and Daughters     | baker & daughters
                    Baker and Daughters     | daughters + baker
                    王小明                   | 小明
                    王小明                   | 王
                    สมชายใจดี                | ใจดี
                    Jane Smith              | J. Smith
                    Jane Smith              | smith j
                    Sean O'Neil             | oneil
                    Sean O'Neil             | O'Neil
                    Sean O'Neil             | o neil
                    Maryann McAllister      | allister
                    Wolfeschlegelsteinhausen| steinhaus
                    """)
    void howeverItIsTyped(String name, String text) {
        long id = customer(name, "5 Elm St", "2025550005", "n@b.example");
        assertThat(ids(text)).as(text).containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jordn reyes",
                "jodran reyes",
                "jirdan reyes",
                "joordan reyes",
                "reyse jordan",
                "jordan eryes",
                "rayes 0142"
            })
    void oneTypingErrorIsForgiven(String text) {
        assertThat(ids(text)).as(text).containsExactly(jordan);
    }

    @Test
    void whatIsTypedRightLeavesNoRoomForGuesses() {
        long jordon = customer("Jordon Reyes", "7 Elm St", "2025550006", "jordon@b.example");
        assertThat(ids("jordan reyes")).containsExactly(jordan);
        assertThat(ids("jordon reyes")).containsExactly(jordon);
        assertThat(ids("jordin reyes")).containsExactly(jordan, jordon);
        assertThat(ids("12 oka")).as("a street may be mistyped too").containsExactly(jordan);
        assertThat(ids("99 jordan")).as("numbers are not guessed").isEmpty();
    }

    @Test
    void aNicknameFindsTheNameAfterThoseWhoAreCalledSo() {
        long william = customer("William Hart", "5 Elm St", "2025550007", "w@b.example");
        long bill = customer("Bill Hart", "6 Elm St", "2025550008", "b@b.example");
        customer("Ann Hart", "7 William St", "2025550009", "a@b.example");
        assertThat(ids("bill hart")).containsExactly(bill, william);
        assertThat(ids("william hart")).startsWith(william).endsWith(bill);
        assertThat(ids("bill")).containsExactly(bill, william);
    }

    @Test
    void unitsAndNumberedRoadsAreReadAsPeopleSayThem() {
        long flat = customer("Al Four", "4102 Alder Ave\",\"unit\":\"Apt 4", "2025550010", "f@b.example");
        long other = customer("Bo Five", "4102 Alder Ave\",\"unit\":\"Apt 5", "2025550011", "g@b.example");
        long road = customer("Cy Road", "880 State Route 48", "2025550012", "h@b.example");
        assertThat(ids("4102 alder apt 4")).containsExactly(flat);
        assertThat(ids("4102 alder #5")).containsExactly(other);
        assertThat(ids("4102 alder")).containsExactly(flat, other);
        assertThat(ids("SR 48")).containsExactly(road);
        assertThat(ids("880 sr-48")).containsExactly(road);
        assertThat(ids("880 state route 48")).containsExactly(road);
    }

    @Test
    void aPartOfANumberOrAnAddressIsEnough() {
        assertThat(ids("937 555")).containsExactly(jordan);
        assertThat(ids("937 reyse")).as("the area before a name with an error").containsExactly(jordan);
        assertThat(ids("1012 reyes")).as("not backwards").isEmpty();
        assertThat(ids("0555")).as("a zero among the last four counts").isEmpty();
        assertThat(ids("jordan.reyes")).containsExactly(jordan);
        assertThat(ids("reyes@")).containsExactly(jordan);
        assertThat(ids("ines@lake")).containsExactly(ines);
        assertThat(ids("0199 ines")).containsExactly(ines);
    }

    @Test
    void namesMayBeAsLongAsTheyAre() {
        String name = "Wolfeschlegel ".repeat(7).strip();
        long id = customer(name, "5 Elm St", "2025550013", "l@b.example");
        assertThat(name).hasSize(97);
        assertThat(ids(name)).containsExactly(id);
        long many = customer("Uma Vic Wes Xan Yul Zoe Abe Ben Cal Dot", "6 Elm St", "2025550014", "m@b.example");
        assertThat(ids("uma vic wes xan yul zoe abe ben cal dot")).containsExactly(many);
        assertThat(ids("dot cal ben abe zoe yul xan wes vic uma")).containsExactly(many);
    }

    /** What means something in the language of queries means nothing here. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jordan:*",
                "jordan | main",
                "jordan & !reyes",
                "!jordan",
                "(jordan",
                "jordan <-> oak",
                "'jordan'",
                "'jordan' | 'c1:n:ines'",
                "jor\\dan",
                "jordan\\",
                "\\'jordan",
                "jordan:A",
                "c1:n:jordan",
                "''jordan''",
                "\"jordan\"",
                "jordan%",
                "%jordan",
                "j_rdan"
            })
    void aQueryIsMadeOfWordsAlone(String text) {
        assertThat(ids(text)).as(text).isIn(List.of(), List.of(jordan));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "🎉",
                "\u0000",
                "a\u0000b",
                "\uD83D",
                "%",
                "'; drop table customer; --",
                "___",
                "()",
                "-",
                "+",
                "#",
                "@",
                "...",
                "''",
                "\\",
                "999999999999999999999999",
                "\u202E",
                "ﷺ",
                "0",
                "00",
                "000",
                "a",
                "😀 reyes😀x"
            })
    void nothingThatIsTypedDoesHarm(String text) {
        assertThat(find(text)).isNotNull();
    }

    @Test
    void veryMuchTextIsReadInPart() {
        assertThat(find("x".repeat(10_000))).isEmpty();
        assertThat(find("jordan ".repeat(40))).extracting(Hit::id).containsExactly(jordan);
        assertThat(find("a1 b2 c3 ".repeat(40))).isEmpty();
        assertThat(find("9 ".repeat(5_000))).isEmpty();
        assertThat(find("🎉 reyes")).extracting(Hit::id).containsExactly(jordan);
    }
}
