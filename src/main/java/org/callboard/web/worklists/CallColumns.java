package org.callboard.web.worklists;

import static org.callboard.web.worklists.WorkColumn.Look.DAY;
import static org.callboard.web.worklists.WorkColumn.Look.MOMENT;
import static org.callboard.web.worklists.WorkColumn.Look.NAME;
import static org.callboard.web.worklists.WorkColumn.Look.NUMBER;
import static org.callboard.web.worklists.WorkColumn.Look.STATUS;

import java.util.List;
import java.util.stream.Stream;
import org.callboard.calls.CallDesk;
import org.callboard.calls.CallDirection;
import org.callboard.calls.CallListStore;
import org.callboard.calls.CallState;
import org.callboard.calls.TalkTime;
import org.callboard.details.RecordKind;
import org.callboard.matches.LikelyMatches;
import org.callboard.web.layout.Option;
import org.callboard.web.worklists.WorkFilter.Values;

/**
 * What the list of telephone calls shows of a call and can be narrowed by. Links to what was recorded are no column: files go
 * further than those who may listen.
 */
final class CallColumns {

    /** Whom it is about, else whose job came of it, else who has the number, where that is one alone. */
    private static final String CUSTOMER = """
            coalesce(call.customer_id, (
                select max(j.customer_id) from job j where j.tenant_id = :tenant and j.call_id = call.id and j.active
            ), (
                select case when count(*) = 1 then min(h.id) end from HOLDERS h
            ))""".replace("HOLDERS", LikelyMatches.holdersOf("call.number"));

    /** Those who have the number, as {@link LikelyMatches.NumberHolder#name} names them. */
    private static final String HOLDERS = """
            (
                select min(h.name) || case count(*) when 1 then '' when 2 then ' or one other'
                    else ' or ' || count(*) - 1 || ' others' end
                from HOLDERS h
            )""".replace("HOLDERS", LikelyMatches.holdersOf("call.number"));

    private static final String CALLER = """
            coalesce((select n.name from customer n where n.tenant_id = :tenant and n.id = %s), %s, call.caller_name,
                call.number, case when call.withheld then 'Number withheld' else 'Number not told' end)""".formatted(CUSTOMER, HOLDERS);

    /** What the list of follow-ups calls a lead: by whom it is about. */
    private static final String LEAD =
            "coalesce(" + named("customer", "name", "lead.customer_id") + ", lead.lead_customer_name, 'Somebody')";

    static final List<WorkList.View> VIEWS = List.of(
            new WorkList.View("all", "All", "true"),
            new WorkList.View("open", "Open", "desk = 'Open'"),
            new WorkList.View("missed", "Missed", "state = 'Missed' and direction = 'Inbound'"),
            new WorkList.View("out", "Outgoing", "direction = 'Outbound'"),
            new WorkList.View("aside", "Team and blocked", "desk in ('Internal', 'Blocked')"));

    private CallColumns() {}

    static List<WorkColumn> all() {
        return List.of(
                WorkColumn.of(NAME, "caller", "Call", CALLER).leadingTo("/calls/phone/", "call.id"),
                WorkColumn.of(MOMENT, "received", "When", "call.received_on").sortedBy("received_on"),
                WorkColumn.text("way", "Direction", "case call.direction when 'Inbound' then 'In' else 'Out' end"),
                WorkColumn.of(
                        STATUS,
                        "status",
                        "Status",
                        "case call.desk when 'Open' then coalesce(call.state, 'Open') else call.desk end"),
                WorkColumn.of(NUMBER, "number", "Number", "call.number").sortedBy("number"),
                WorkColumn.text("line", "Own number", named("own_number", "label", "call.own_number_id"))
                        .unusual(),
                WorkColumn.text("who", "Handled by", CallListStore.HANDLED_BY),
                WorkColumn.text("talked", "Talk time", TalkTime.SQL),
                WorkColumn.text("reason", "Call reason", named("call_reason", "name", "call.reason_id")),
                WorkColumn.text("job", "Job", came("job", "job.number")).leadingTo("/jobs/", came("job", "job.id")),
                WorkColumn.text("lead", "Lead", came("lead", LEAD)).leadingTo("/leads/", came("lead", "lead.id")),
                WorkColumn.text("customer", "Customer", named("customer", "name", CUSTOMER))
                        .leadingTo("/customers/", CUSTOMER)
                        .unusual(),
                WorkColumn.text("campaign", "Campaign", named("campaign", "name", "call.campaign_id"))
                        .unusual(),
                WorkColumn.text("memo", "Memo", "call.memo").unusual(),
                WorkColumn.of(MOMENT, "ended", "Ended", "call.ended_on").unusual(),
                WorkColumn.of(DAY, "closed", "Closed", "call.closed_on")
                        .sortedBy("closed_on")
                        .unusual());
    }

    static List<WorkFilter> filters() {
        return List.of(
                WorkFilter.words(
                        "way",
                        "Direction",
                        "direction",
                        List.of(
                                new Option(CallDirection.Inbound.name(), "In"),
                                new Option(CallDirection.Outbound.name(), "Out"))),
                WorkFilter.words(
                        "state",
                        "Telephone",
                        "state",
                        Stream.of(CallState.values())
                                .map(one -> new Option(one.name(), CallDesk.Open.word(one)))
                                .toList()),
                WorkFilter.words(
                        "status",
                        "Outcome",
                        "desk",
                        Stream.of(CallDesk.values())
                                .filter(one -> one != CallDesk.Joined)
                                .map(one -> new Option(one.name(), one.word(null)))
                                .toList()),
                WorkFilter.of("reason", "Call reason", Values.REASON, "reason_id = :reason"),
                WorkFilter.of("number", "Number", Values.NUMBER, "number = :number"),
                WorkFilter.of("line", "Own number", Values.LINE, "own_number_id = :line"),
                WorkFilter.of("campaign", "Campaign", Values.CAMPAIGN, "campaign_id = :campaign"),
                WorkFilter.of("who", "Handled by", Values.USER, CallListStore.HANDLED_BY_USER + " = :who"),
                WorkFilter.of(
                        "customer", "Customer", Values.CUSTOMER, CallListStore.of(RecordKind.Customer, "customer")));
    }

    private static String named(String table, String column, String id) {
        return "(select n." + column + " from " + table + " n where n.tenant_id = :tenant and n.id = " + id + ")";
    }

    /** Of the job or lead that came of it last. */
    private static String came(String table, String value) {
        return """
                (
                    select VALUE from TABLE where TABLE.tenant_id = :tenant and TABLE.call_id = call.id and TABLE.active
                    order by TABLE.id desc limit 1
                )""".replace("VALUE", value).replace("TABLE", table);
    }
}
