package org.callboard.demo;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.callboard.addresses.Address;
import org.callboard.calls.Calls;
import org.callboard.calls.CloseCall;
import org.callboard.calls.OpenCall;
import org.callboard.desk.BookCall;
import org.callboard.drafts.DraftKey;
import org.callboard.drafts.Drafts;
import org.callboard.leads.ConvertToLead;
import org.callboard.leads.LeadPerson;
import org.callboard.mergedids.MergedIds;
import org.callboard.settings.CallReason;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What the people of the demonstration make of a call that is theirs; everything acts as the current caller. */
class DemoCallOutcomes {

    private final Calls calls;
    private final OpenCall openCall;
    private final CloseCall closeCall;
    private final BookCall bookCall;
    private final ConvertToLead convertToLead;
    private final Drafts drafts;
    private final DemoJobs jobs;
    private final JsonMapper json;
    private final Clock clock;

    DemoCallOutcomes(
            Calls calls,
            OpenCall openCall,
            CloseCall closeCall,
            BookCall bookCall,
            ConvertToLead convertToLead,
            Drafts drafts,
            DemoJobs jobs,
            JsonMapper json,
            Clock clock) {
        this.calls = calls;
        this.openCall = openCall;
        this.closeCall = closeCall;
        this.bookCall = bookCall;
        this.convertToLead = convertToLead;
        this.drafts = drafts;
        this.jobs = jobs;
        this.json = json;
        this.clock = clock;
    }

    /** A call of which no telephone tells. */
    long open(Lookup lookup, DemoText.Row row) {
        UUID key = UUID.nameUUIDFromBytes(row.text(2).getBytes(StandardCharsets.UTF_8));
        return openCall.open(lookup.tenant(), key, row.text(2), row.text(4), false)
                .id();
    }

    /** @param what {@code booked} and the job type, or {@code lead} or {@code dismissed} and the reason */
    void close(
            Lookup lookup,
            Map<String, List<DemoCustomers.Place>> places,
            DemoText.Row row,
            long call,
            String what,
            Timeline timeline) {
        String[] words = what.split(" ", 2);
        switch (words[0]) {
            case "booked" -> book(lookup, places, row, call, words[1], timeline);
            case "lead" -> makeLead(lookup, row, call, lookup.reasons().get(words[1]));
            default -> closeCall.dismiss(lookup.tenant(), call, lookup.reason(words[1]), row.textOrNull(11));
        }
    }

    private void book(
            Lookup lookup,
            Map<String, List<DemoCustomers.Place>> places,
            DemoText.Row row,
            long call,
            String work,
            Timeline timeline) {
        Instant now = clock.instant();
        List<DemoCustomers.Place> known = places.get(row.text(4));
        int days = row.number(10);
        LocalDateTime visit = Lookup.workday(today(lookup).plusDays(days)).atTime(days == 0 ? 13 : 9, 0);
        long job = bookCall.book(
                lookup.tenant(),
                call,
                lookup.visit(
                        known == null ? null : known.getFirst().locationId(),
                        row.text(4),
                        address(row),
                        work,
                        campaign(lookup, call),
                        visit,
                        90,
                        row.text(11)),
                DemoCustomers.contacts(row.text(2), "", ""),
                null);
        jobs.goOn(lookup, job, now, timeline, true);
    }

    private static Address address(DemoText.Row row) {
        Address typed = row.address(5);
        return typed != null
                ? typed
                : DemoText.of("customers").stream()
                        .filter(customer -> customer.text(0).equals(row.text(4)))
                        .map(customer -> customer.address(6))
                        .findFirst()
                        .orElseThrow();
    }

    /** That of the number which was dialed. */
    private String campaign(Lookup lookup, long call) {
        Long campaign = calls.get(lookup.tenant(), call).handling().campaignId();
        return lookup.campaigns().entrySet().stream()
                .filter(one -> one.getValue().equals(campaign))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("Returning customer");
    }

    private void makeLead(Lookup lookup, DemoText.Row row, long call, @Nullable CallReason reason) {
        Instant again = today(lookup)
                .plusDays(row.number(10))
                .atTime(10, 0)
                .atZone(lookup.zone())
                .toInstant();
        convertToLead.ofCall(
                lookup.tenant(),
                call,
                new ConvertToLead.Answer(
                        Objects.requireNonNull(reason).id(),
                        again,
                        lookup.campaign(campaign(lookup, call)),
                        row.textOrNull(11)),
                new ConvertToLead.Asking(
                        LeadPerson.at(row.address(5), row.text(4), row.text(2), null),
                        new MergedIds.Place(null, null),
                        null));
    }

    /** What somebody has typed for it and not sent yet. */
    void type(Lookup lookup, DemoText.Row row, long call) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("who", List.of("new"));
        put(fields, "name", row.text(4));
        put(fields, "street", row.text(5));
        put(fields, "city", row.text(7));
        put(fields, "state", "OH");
        put(fields, "zip", row.text(8));
        put(fields, "businessUnitId", lookup.unitOf(row.text(9)));
        put(fields, "jobTypeId", lookup.jobType(row.text(9)));
        put(fields, "summary", row.text(11));
        drafts.save(lookup.tenant(), DraftKey.call(call), json.writeValueAsString(fields), 0);
    }

    private static void put(Map<String, List<String>> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, List.of(value.toString()));
        }
    }

    private LocalDate today(Lookup lookup) {
        return LocalDate.ofInstant(clock.instant(), lookup.zone());
    }
}
