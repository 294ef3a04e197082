package org.callboard.web.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.callboard.calls.Call;
import org.callboard.calls.CallDesk;
import org.callboard.calls.CallEvent.Kind;
import org.callboard.calls.HoldCall;
import org.callboard.calls.Switchboard;
import org.callboard.changes.EntityKind;
import org.callboard.customers.Locations;
import org.callboard.desk.AboutJob;
import org.callboard.jobs.Jobs;
import org.callboard.leads.Lead;
import org.callboard.leads.Leads;
import org.callboard.testing.AtOnce;
import org.callboard.testing.Server;
import org.callboard.testing.Shop;
import org.callboard.testing.Visitor;
import org.callboard.testing.Visitor.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What may come of a telephone call: a lead for whom the form says, several jobs and leads, or a job that is there already. */
class CallOutcomesTest {

    private final Switchboard board = new Switchboard();
    private final Shop shop = board.shop;
    private final String number = Switchboard.caller();
    private final Visitor ann = Visitor.signedIn(board.ann);
    private final long customer = shop.customer("Ann Becker", number, "12 Oak St");
    private final long location = board.as(() -> Server.bean(Locations.class).ofCustomer(board.tenant, customer))
            .getFirst()
            .id();

    CallOutcomesTest() {
        ann.get("/calls");
    }

    @Test
    void aLeadIsForTheCustomerWhoWasChosen() {
        Call call = answered("one");
        lead(call, "who", "location:" + location, "leadPhone", "", "summary", "Wants a quote");
        Lead lead = leads(call).getFirst();
        assertThat(lead.details().customerId()).isEqualTo(customer);
        assertThat(lead.details().locationId()).isEqualTo(location);
        assertThat(lead.details().summary()).isEqualTo("Wants a quote");
        assertThat(board.call(call.id()).desk()).isEqualTo(CallDesk.Lead);
    }

    @Test
    void aLeadOfSomebodyNewKeepsWhatTheFormSays() {
        Call call = answered("one");
        lead(
                call,
                "who",
                "new",
                "leadName",
                "Jo",
                "leadPhone",
                "937 555 0188",
                "street",
                "24 Wayne Ave",
                "zip",
                "45402");
        Lead lead = leads(call).getFirst();
        assertThat(lead.details().customerId()).isNull();
        assertThat(lead.details().person().place()).contains("24 Wayne Ave").contains("45402");
    }

    @Test
    void allThatIsWrongWithALeadIsSaidAtOnce() {
        Call call = answered("one");
        Answer answer = ann.post(
                path(call) + "/lead", "leadName", "x".repeat(300), "leadPhone", "", "leadMemo", "x".repeat(2001));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Enter a number at which they can be reached.")
                .contains("Choose why it was not booked.")
                .contains("Choose a campaign.")
                .contains("id=\"f-leadName\"")
                .contains("x".repeat(2001))
                .doesNotContain("Either a call reason");
        assertThat(answer.body().split("field-error", -1).length - 1).isGreaterThanOrEqualTo(5);
        assertThat(leads(call)).isEmpty();
    }

    @Test
    void oneCallMakesSeveralJobsAndLeads() {
        Call call = answered("one");
        assertThat(book(path(call) + "/book").status()).isEqualTo(200);
        assertThat(ann.get("/jobs/new?call=" + call.id()).body())
                .contains("Book another job for Ann Becker")
                .contains("value=\"location:" + location + "\" data-barred=\"false\" checked");
        assertThat(book("/jobs/new", "call", call.id()).status()).isEqualTo(302);
        assertThat(board.sql("select count(*) from job where call_id = " + call.id()))
                .isEqualTo(2);
        assertThat(board.history(EntityKind.CALL, call.id()))
                .as("each is told of, also of the same customer")
                .startsWith("booked", "booked");
        assertThat(ann.get("/leads/new?call=" + call.id()).body()).contains("Ann Becker");
        Answer another = ann.post(
                "/leads",
                "call",
                "" + call.id(),
                "customerId",
                "" + customer,
                "locationId",
                "" + location,
                "summary",
                "A heat pump next year",
                "campaignId",
                "" + shop.campaign,
                "callReasonId",
                "" + shop.reason);
        assertThat(another.status()).isEqualTo(302);
        assertThat(leads(call)).hasSize(1);
        String page = ann.get(path(call)).body();
        for (long job : jobs(call)) {
            assertThat(page).contains("/jobs/" + job);
        }
        assertThat(page).contains("/leads/" + leads(call).getFirst().id()).contains("Book another");

        assertThat(ann.post(path(call) + "/book/undo").status()).isEqualTo(200);
        assertThat(board.call(call.id()).desk()).isEqualTo(CallDesk.Booked);
        assertThat(ann.post(path(call) + "/book/undo").status()).isEqualTo(200);
        assertThat(board.call(call.id()).desk()).isEqualTo(CallDesk.Lead); // what is left of it
    }

    @Test
    void ofACallThatBecameALeadAJobIsBookedToo() {
        Call call = answered("one");
        lead(call, "who", "location:" + location, "leadPhone", "", "leadMemo", "Wants a quote");
        assertThat(ann.get(path(call)).body()).contains("Book another");
        assertThat(book("/jobs/new", "call", call.id()).status()).isEqualTo(302);
        Call booked = board.call(call.id());
        assertThat(booked.desk()).isEqualTo(CallDesk.Booked);
        assertThat(booked.handling().reasonId()).isNull();
        assertThat(ann.post(path(call) + "/book/undo").status()).isEqualTo(200);
        Call again = board.call(call.id());
        assertThat(again.desk()).isEqualTo(CallDesk.Lead);
        assertThat(again.handling().reasonId()).isEqualTo(shop.reason);
        assertThat(leads(call)).hasSize(1);
    }

    @Test
    void ofACallThatNothingCameOfThereIsNoOtherJob() {
        Call call = answered("one");
        Answer answer = book("/jobs/new", "call", call.id());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("Nothing came of this call yet.");
        assertThat(board.sql("select count(*) from job where call_id = " + call.id()))
                .isZero();
    }

    @Test
    void oneOfTwoLeadsIsTakenBack() {
        Call call = answered("one");
        lead(call, "leadPhone", number);
        ann.post(
                "/leads",
                "call",
                "" + call.id(),
                "phone",
                number,
                "summary",
                "Another one",
                "campaignId",
                "" + shop.campaign,
                "callReasonId",
                "" + shop.reason);
        assertThat(leads(call)).hasSize(2);
        assertThat(ann.post(path(call) + "/lead/undo").status()).isEqualTo(200);
        assertThat(leads(call)).hasSize(1);
        assertThat(board.call(call.id()).desk()).isEqualTo(CallDesk.Lead);
        assertThat(ann.post(path(call) + "/lead/undo").status()).isEqualTo(200);
        assertThat(board.call(call.id()).isClaimedBy(board.ann.id())).isTrue();
    }

    @Test
    void whoAsksAboutAJobIsNoLead() {
        long job = job();
        Call call = answered("one");
        assertThat(ann.get("/calls/context?location=" + location + "&call=" + call.id())
                        .body())
                .contains("About this job")
                .contains(path(call) + "/about");
        assertThat(ann.get("/calls/context?location=" + location).body()).doesNotContain("About this job");
        Answer answer = ann.post(path(call) + "/about", "job", "" + job);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains("they asked about")
                .contains("/jobs/" + job)
                .contains("Undo");
        Call closed = board.call(call.id());
        assertThat(closed.desk()).isEqualTo(CallDesk.Dismissed);
        assertThat(closed.handling().aboutJobId()).isEqualTo(job);
        assertThat(board.sql("select count(*) from call_reason where name = 'Existing job' and not is_lead"))
                .isOne();
        ann.post(path(call) + "/reopen");
        assertThat(board.call(call.id()).handling().aboutJobId()).isNull();
        assertThat(board.call(call.id()).isClaimedBy(board.ann.id())).isTrue();
        assertThat(ann.post(path(call) + "/about", "job", "1").status()).isEqualTo(404);
    }

    /** From the panel, with the call in the address: when the visit is canceled, the caller has what they wanted. */
    @Test
    void whatIsDoneWithTheJobEndsTheCall() {
        long job = job();
        Call call = answered("one");
        String page = ann.get("/jobs/" + job + "?call=" + call.id()).body();
        assertThat(page).contains("name=\"call\" value=\"" + call.id() + "\"");
        long reason = board.sql("insert into job_cancel_reason (tenant_id, name, created_on, modified_on) values ("
                + board.tenant + ", 'Sold the house', now(), now()) returning id");
        String version =
                page.replaceAll("(?s).*<dialog id=\"cancel-dialog\".*?name=\"version\" value=\"([^\"]*)\".*", "$1");
        Answer answer = ann.post(
                "/jobs/" + job + "/cancel", "version", version, "cancelReasonId", "" + reason, "call", "" + call.id());
        assertThat(answer.status()).isEqualTo(302);
        assertThat(board.call(call.id()).handling().aboutJobId()).isEqualTo(job);
        assertThat(board.call(call.id()).desk()).isEqualTo(CallDesk.Dismissed);
    }

    @Test
    void whatWasDoneWithTheJobHoldsThoughSomebodyElseHasTheCallByNow() {
        long job = job();
        Call call = answered("one");
        AboutJob about = Server.bean(AboutJob.class);
        boolean ended = AtOnce.waiting(
                board.ben.caller(),
                () -> Server.bean(HoldCall.class).takeOver(board.tenant, call.id(), board.ann.id()),
                () -> board.ann.caller().call(() -> about.endIfMine(board.tenant, call.id(), job)));
        assertThat(ended).isFalse();
        assertThat(board.call(call.id()).isClaimedBy(board.ben.id())).isTrue();
        long nobodys = call.id() + 1;
        assertThat(board.ann.caller().call(() -> about.endIfMine(board.tenant, nobodys, job)))
                .isFalse();
    }

    @Test
    void aCallOfTheTeamIsTakenAsACustomers() {
        Call call = board.tell("inside", Kind.answered, "1", "13", "12");
        assertThat(call.desk()).isEqualTo(CallDesk.Internal);
        assertThat(ann.get(path(call)).body()).contains("Take as a customer");
        assertThat(ann.post(path(call) + "/take-as-customers").status()).isEqualTo(200);
        Call mine = board.call(call.id());
        assertThat(mine.desk()).isEqualTo(CallDesk.Open);
        assertThat(mine.isClaimedBy(board.ann.id())).isTrue();
        board.tell("inside", Kind.ended, null, "13");
        assertThat(board.call(call.id()).desk()).isEqualTo(CallDesk.Open);
        assertThat(board.history(EntityKind.CALL, call.id())).contains("claimed");
        assertThat(ann.post(path(call) + "/take-as-customers").status()).isEqualTo(200);
        Visitor ben = Visitor.signedIn(board.ben);
        ben.get(path(call));
        assertThat(ben.post(path(call) + "/take-as-customers").body()).contains(board.ann.displayName() + " has");
        assertThat(book(path(call) + "/book").status()).isEqualTo(200);
    }

    /** The customer who was called books, while they talk or later; who reached nobody has nothing to make of it. */
    @Test
    void ofACallThatTheOfficeMadeComesAJob() {
        Call call = board.outgoing("out", Kind.ringing, number, "13");
        assertThat(ann.get(path(call)).body()).doesNotContain("Take this call");
        assertThat(ann.post(path(call) + "/take-as-customers").status()).isEqualTo(409);
        board.outgoing("out", Kind.answered, number, "13");
        assertThat(board.call(call.id()).desk()).isEqualTo(CallDesk.Outgoing);
        assertThat(ann.get(path(call)).body()).contains("Take this call");
        assertThat(ann.post(path(call) + "/take-as-customers").status()).isEqualTo(200);
        board.outgoing("out", Kind.ended, number, "13");
        Call mine = board.call(call.id());
        assertThat(mine.desk()).isEqualTo(CallDesk.Open);
        assertThat(mine.isClaimedBy(board.ann.id())).isTrue();
        assertThat(book(path(call) + "/book").status()).isEqualTo(200);
        assertThat(board.call(call.id()).desk()).isEqualTo(CallDesk.Booked);

        Call missed = board.outgoing("none", Kind.missed, number, "13");
        assertThat(missed.desk()).isEqualTo(CallDesk.Outgoing);
        assertThat(ann.get(path(missed)).body()).doesNotContain("Take this call");
        assertThat(ann.post(path(missed) + "/take-as-customers").status()).isEqualTo(409);
        Call blocked = board.tell("blocked", Kind.ringing, "1", Switchboard.caller());
        board.run("update call set desk = 'Blocked' where id = " + blocked.id());
        assertThat(ann.post(path(blocked) + "/take-as-customers").status()).isEqualTo(409);
    }

    /** A call that Ann has. */
    private Call answered(String name) {
        return board.tell(name, Kind.answered, "1", number, "12");
    }

    private long job() {
        return board.ann
                .caller()
                .call(() -> Server.bean(Jobs.class).book(board.tenant, shop.jobDraft(customer, location)));
    }

    private void lead(Call call, String... fields) {
        List<String> all = new ArrayList<>(List.of("leadReason", "" + shop.reason, "leadCampaign", "" + shop.campaign));
        all.addAll(Arrays.asList(fields));
        Answer answer = ann.post(path(call) + "/lead", all.toArray(String[]::new));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private Answer book(String path, Object... more) {
        List<String> fields = new ArrayList<>(List.of(
                "who",
                "location:" + location,
                "businessUnitId",
                "" + shop.unit,
                "jobTypeId",
                "" + shop.jobType,
                "campaignId",
                "" + shop.campaign,
                "start",
                Shop.VISIT.toString(),
                "minutes",
                "120",
                "summary",
                "No heat"));
        Arrays.stream(more).map(Object::toString).forEach(fields::add);
        return ann.post(path, fields.toArray(String[]::new));
    }

    private List<Lead> leads(Call call) {
        return board.as(() -> Server.bean(Leads.class).ofCall(board.tenant, call.id()));
    }

    private List<Long> jobs(Call call) {
        return board.as(() -> Server.bean(JdbcClient.class)
                .sql("select id from job where call_id = ?")
                .param(call.id())
                .query(Long.class)
                .list());
    }

    private static String path(Call call) {
        return "/calls/phone/" + call.id();
    }
}
